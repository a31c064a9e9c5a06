import { type IsoDate, SubjectEntity } from '@thads/shared';
import { Column, Entity } from 'typeorm';
import type { InspectionKind } from '../inspection/inspection.enums';
import type { FindingConsequence, FindingKind, FindingSeverity, FindingState } from './finding.enums';

/** What was decided about those at fault. */
export interface DecidedConsequence {
  readonly consequence: FindingConsequence;
  readonly decidedOn: IsoDate;
  readonly decisionNumber: string;
  /** Null where it is for the unit. */
  readonly officer: string | null;
}

/** A shortcoming or violation found by an inspection (tồn tại, sai phạm), with what is recommended about it. */
@Entity('finding', { schema: 'inspections' })
export class FindingEntity extends SubjectEntity {
  declare state: FindingState;

  @Column({ type: 'text', collation: 'C' })
  inspectionId!: string;

  /** Kind of the inspection, as far as the finding states it; what its figures are counted under. */
  @Column('text', { nullable: true })
  kind!: InspectionKind | null;

  @Column('text')
  findingKind!: FindingKind;

  @Column('text', { nullable: true })
  severity!: FindingSeverity | null;

  @Column('text', { nullable: true })
  article!: string | null;

  /** Number of the office it is about. */
  @Column('integer', { nullable: true })
  unit!: number | null;

  @Column({ type: 'text', nullable: true, collation: 'C' })
  againstOfficer!: string | null;

  @Column({ type: 'text', nullable: true, collation: 'C' })
  caseId!: string | null;

  @Column('text', { nullable: true })
  recommendation!: string | null;

  /** Last day to do as recommended; null without a recommendation. */
  @Column('date', { nullable: true })
  dueOn!: IsoDate | null;

  /** How often the last day was put off. */
  @Column('integer')
  extensions!: number;

  /** In the order they were decided. */
  @Column('jsonb')
  consequences!: readonly DecidedConsequence[];

  @Column('date')
  recordedOn!: IsoDate;

  @Column('date', { nullable: true })
  closedOn!: IsoDate | null;
}
