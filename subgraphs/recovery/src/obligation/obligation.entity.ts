import { type IsoDate, SubjectEntity } from '@thads/shared';
import { Column, Entity } from 'typeorm';
import type { DistributionKind } from '../distribution/distribution.enums';
import type { ExemptionProposal } from '../exemption/exemption.type';
import type { ObligationCategory, ObligationState } from './obligation.enums';

/** What stands of a receipt: nothing once it was reversed. */
export interface StandingReceipt {
  readonly amount: number;
  readonly on: IsoDate;
}

/** What stands of a distribution: nothing once it was reversed. */
export interface StandingDistribution {
  readonly amount: number;
  readonly kind: DistributionKind;
}

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

  /** Taken off what is owed by the court (miễn, giảm). */
  @Column('bigint')
  exempted!: number;

  @Column('date')
  recordedOn!: IsoDate;

  @Column('date', { nullable: true })
  endedOn!: IsoDate | null;

  @Column('integer')
  receiptCount!: number;

  @Column('integer')
  distributionCount!: number;

  /** Last day to hand on the money that has been held longest; null when none is held. */
  @Column('date', { nullable: true })
  dueOn!: IsoDate | null;

  /** By their numbers, from 1. */
  @Column('jsonb')
  receipts!: readonly StandingReceipt[];

  /** By their numbers, from 1. */
  @Column('jsonb')
  distributions!: readonly StandingDistribution[];

  /** In the order they were made; the last may be undecided. */
  @Column('jsonb')
  exemptions!: readonly ExemptionProposal[];
}
