import { type IsoDate, SubjectEntity, numberWordSql } from '@thads/shared';
import { Column, Entity } from 'typeorm';
import type { CaseKind, CaseState, Initiation } from './case.enums';

/** An enforcement case: one enforcement decision (một việc thi hành án). Money in whole dong. */
@Entity('enforcement_case', { schema: 'cases' })
export class CaseEntity extends SubjectEntity {
  declare state: CaseState;

  @Column('text')
  kind!: CaseKind;

  @Column('text')
  initiation!: Initiation;

  /** Bit set, see `overlayBits`. */
  @Column('smallint')
  overlays!: number;

  @Column('text', { nullable: true })
  judgmentNumber!: string | null;

  /** Null for a case received by entrustment. */
  @Column('date', { nullable: true })
  receivedOn!: IsoDate | null;

  /** Last day on which the enforcement decision is in time; null for a case received by entrustment. */
  @Column('date', { nullable: true })
  decisionDueOn!: IsoDate | null;

  /** From which the five years to request it run; null when not stated. */
  @Column('date', { nullable: true })
  effectiveOn!: IsoDate | null;

  /** Days in which they did not run. */
  @Column('integer')
  excludedDays!: number;

  @Column('date', { nullable: true })
  decidedOn!: IsoDate | null;

  @Column('text', { nullable: true })
  decisionNumber!: string | null;

  /** Officer in charge. */
  @Column({ type: 'text', nullable: true, collation: 'C' })
  officer!: string | null;

  /** Amount to be enforced as decided. */
  @Column('bigint')
  amount!: number;

  /** Of it, collected: at least what was paid. */
  @Column('bigint')
  collected!: number;

  /** Of it, collected and paid or remitted. */
  @Column('bigint')
  paid!: number;

  /** Of it, terminated in part. */
  @Column('bigint')
  terminatedAmount!: number;

  /** Of it, entrusted out in part. */
  @Column('bigint')
  entrustedAmount!: number;

  /** Of it, reduced by a court. */
  @Column('bigint')
  reducedAmount!: number;

  /** Last day for the next verification of conditions; null when none is due. */
  @Column('date', { nullable: true })
  verificationDueOn!: IsoDate | null;

  @Column('date', { nullable: true })
  noConditionsOn!: IsoDate | null;

  @Column('text', { nullable: true })
  noConditionsGround!: string | null;

  /** Verifications without a change since then. */
  @Column('integer')
  reverifications!: number;

  /** How often it has left for the separate tracking book, and what was outstanding then, all times together. */
  @Column('integer')
  timesSeparated!: number;

  @Column('bigint')
  separatedAmount!: number;

  /** In that book, or ended from there. */
  @Column('boolean')
  isSeparate!: boolean;

  @Column('integer')
  securityMeasures!: number;

  @Column('integer')
  coercions!: number;

  @Column('integer')
  coercionsWithForces!: number;

  /** Of the asset being disposed of: its price now, and the one first appraised. */
  @Column('bigint', { nullable: true })
  assetPrice!: number | null;

  @Column('bigint', { nullable: true })
  assetFirstPrice!: number | null;

  @Column('integer')
  priceReductions!: number;

  @Column('boolean')
  reappraised!: boolean;

  @Column('date', { nullable: true })
  saleOn!: IsoDate | null;

  @Column('date', { nullable: true })
  postponedUntil!: IsoDate | null;

  /** Postponed before at the request of whoever may protest, which can be once. */
  @Column('boolean')
  protestPostponed!: boolean;

  /** The state that a side state returns to; null outside side states. */
  @Column('text', { nullable: true })
  returnState!: CaseState | null;

  @Column('date', { nullable: true })
  endedOn!: IsoDate | null;

  /** Parties stated so far: each has its number. */
  @Column('integer')
  partiesStated!: number;

  /** Numbers of those in whose place others were stated; null while there are none. */
  @Column('jsonb', { nullable: true })
  partiesReplaced!: readonly number[] | null;

  /** Day of the decision by which its debtors are on the public list; null when they are not. */
  @Column('date', { nullable: true })
  listedOn!: IsoDate | null;

  /** Ground that the list gives. */
  @Column('text', { nullable: true })
  listedGround!: string | null;

  /** How often the list has said something new of the case. */
  @Column('integer')
  listings!: number;

  /** What the case is found by: made by the database of the numbers beside them. */
  @Column({ type: 'text', nullable: true, generatedType: 'STORED', asExpression: numberWordSql('judgment_number') })
  judgmentWord?: string | null;

  @Column({ type: 'text', nullable: true, generatedType: 'STORED', asExpression: numberWordSql('decision_number') })
  decisionWord?: string | null;
}
