import type { IsoDate } from '@thads/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PartyKind, PartyRole } from './party.enums';

/**
 * A party as it was stated once (đương sự); the case says which of its parties stand. Whatever tells of a person is here
 * and in the words of `party_word`, and nowhere else beside the journal.
 */
@Entity('party', { schema: 'cases' })
export class PartyEntity {
  @PrimaryColumn('smallint')
  territory!: number;

  /** `<case id>.<number, three digits>` */
  @PrimaryColumn('text', { collation: 'C' })
  id!: string;

  @Column({ type: 'text', collation: 'C' })
  caseId!: string;

  /** Within the case, from 1, in the order of stating. */
  @Column('smallint')
  number!: number;

  @Column('text')
  role!: PartyRole;

  @Column('text')
  kind!: PartyKind;

  /** Unicode NFC, without spaces around it; so the other texts. */
  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  identityNumber!: string | null;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('date')
  statedOn!: IsoDate;
}
