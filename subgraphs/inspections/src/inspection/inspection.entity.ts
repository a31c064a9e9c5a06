import { type IsoDate, SubjectEntity } from '@thads/shared';
import { Column, Entity } from 'typeorm';
import type { ConclusionParts } from './inspection.event';
import type { InspectionKind, InspectionState, InspectionTheme } from './inspection.enums';

/** An inspection or self-inspection (cuộc kiểm tra), held by the office that inspects. */
@Entity('inspection', { schema: 'inspections' })
export class InspectionEntity extends SubjectEntity {
  declare state: InspectionState;

  @Column('text')
  kind!: InspectionKind;

  @Column('text')
  theme!: InspectionTheme;

  /** Number of the office inspected. */
  @Column('integer')
  unit!: number;

  /** Null for an inspection that no plan provided for. */
  @Column('date', { nullable: true })
  plannedOn!: IsoDate | null;

  @Column('date', { nullable: true })
  plannedFor!: IsoDate | null;

  @Column('date', { nullable: true })
  conductedOn!: IsoDate | null;

  @Column('date', { nullable: true })
  concludedOn!: IsoDate | null;

  @Column('date', { nullable: true })
  cancelledOn!: IsoDate | null;

  @Column('text', { nullable: true })
  conclusion!: string | null;

  @Column('jsonb', { nullable: true })
  conclusionParts!: ConclusionParts | null;

  @Column('text', { nullable: true })
  concludedBy!: string | null;

  /** Null for an inspection that no plan of the register names. */
  @Column({ type: 'text', nullable: true, collation: 'C' })
  planId!: string | null;

  /** Of the decision to inspect. */
  @Column('text', { nullable: true })
  decisionNumber!: string | null;

  @Column('text', { nullable: true })
  orderedBy!: string | null;

  @Column('date', { nullable: true })
  decidedOn!: IsoDate | null;

  @Column('text', { nullable: true })
  teamHead!: string | null;

  @Column('date', { nullable: true })
  announcedOn!: IsoDate | null;

  /** Day of the latest decision to postpone. */
  @Column('date', { nullable: true })
  postponedOn!: IsoDate | null;

  @Column('date', { nullable: true })
  endedOn!: IsoDate | null;

  /** What the ordering head found when the conclusion was last followed up. */
  @Column('text', { nullable: true })
  followUp!: string | null;

  @Column('date', { nullable: true })
  followedUpOn!: IsoDate | null;
}
