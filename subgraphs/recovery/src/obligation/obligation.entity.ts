import { type IsoDate, SubjectEntity } from '@thads/shared';
import { Column, Entity } from 'typeorm';
import type { ObligationCategory, ObligationState } from './obligation.enums';

/** What a debtor owes to the budget or to a creditor (khoản phải thi hành). Money in whole dong. */
@Entity('obligation', { schema: 'recovery' })
export class ObligationEntity extends SubjectEntity {
  declare state: ObligationState;

  @Column('text')
  category!: ObligationCategory;

  /** Bit set, see `overlayBits`. */
  @Column('smallint')
  overlays!: number;

  @Column({ type: 'text', nullable: true, collation: 'C' })
  caseId!: string | null;

  @Column('bigint')
  amount!: number;

  @Column('bigint')
  collected!: number;

  /** Of what was collected: to the budget, to creditors, for costs. The rest is held. */
  @Column('bigint')
  remitted!: number;

  @Column('bigint')
  paid!: number;

  @Column('bigint')
  costs!: number;

  @Column('date')
  recordedOn!: IsoDate;

  @Column('date', { nullable: true })
  endedOn!: IsoDate | null;

  @Column('integer')
  receiptCount!: number;

  @Column('integer')
  distributionCount!: number;
}
