import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who sent a petition (người gửi đơn). Nothing of it is anywhere else but in the journal, which is not shown of it. */
@Entity('petition_sender', { schema: 'complaints' })
export class SenderEntity {
  @PrimaryColumn('smallint')
  territory!: number;

  /** That of the petition. */
  @PrimaryColumn('text', { collation: 'C' })
  id!: string;

  /** Unicode NFC, without spaces around it; so the other texts. */
  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  identityNumber!: string | null;

  @Column('text', { nullable: true })
  address!: string | null;
}
