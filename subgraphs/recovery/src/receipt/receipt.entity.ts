import type { IsoDate } from '@thads/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Money received from a debtor against a receipt (biên lai thu tiền). */
@Entity('receipt', { schema: 'recovery' })
export class ReceiptEntity {
  @PrimaryColumn('smallint')
  territory!: number;

  /** `<obligation id>.<running number>` */
  @PrimaryColumn('text', { collation: 'C' })
  id!: string;

  @Column({ type: 'text', collation: 'C' })
  obligationId!: string;

  /** 1 for the obligation's first. */
  @Column('integer')
  number!: number;

  /** Office number, see `OfficeRecord.number`. */
  @Column('integer')
  office!: number;

  /** Dong. */
  @Column('bigint')
  amount!: number;

  @Column('date')
  receivedOn!: IsoDate;

  @Column('text', { nullable: true })
  receiptNumber!: string | null;

  @Column('text', { nullable: true })
  payer!: string | null;

  @Column('boolean')
  electronic!: boolean;

  /** Null while it stands. */
  @Column('date', { nullable: true })
  reversedOn!: IsoDate | null;
}
