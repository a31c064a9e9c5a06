import { type IsoDate, SubjectEntity } from '@thads/shared';
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

  /** Of it, collected and paid or remitted. */
  @Column('bigint')
  paid!: number;

  @Column('integer')
  coercions!: number;

  @Column('integer')
  coercionsWithForces!: number;

  /** The state that a side state returns to; null outside side states. */
  @Column('text', { nullable: true })
  returnState!: CaseState | null;

  @Column('date', { nullable: true })
  endedOn!: IsoDate | null;
}
