import { type IsoDate, SubjectEntity } from '@thads/shared';
import { Column, Entity } from 'typeorm';
import type { InspectionKind } from '../inspection/inspection.enums';
import type { InspectionPlanState } from './plan.enums';

/** A yearly plan of inspections of one kind (kế hoạch kiểm tra), of the office that inspects. */
@Entity('inspection_plan', { schema: 'inspections' })
export class PlanEntity extends SubjectEntity {
  declare state: InspectionPlanState;

  @Column('text')
  kind!: InspectionKind;

  @Column('integer')
  workingYear!: number;

  @Column('text', { nullable: true })
  purpose!: string | null;

  @Column('text', { nullable: true })
  scopeAndObject!: string | null;

  @Column('text', { nullable: true })
  content!: string | null;

  @Column('text', { nullable: true })
  method!: string | null;

  @Column('text', { nullable: true })
  organisation!: string | null;

  /** Of the decision that it was issued, or last adjusted, by. */
  @Column('text', { nullable: true })
  decisionNumber!: string | null;

  @Column('date')
  draftedOn!: IsoDate;

  /** Last day to issue it and send it upward. */
  @Column('date')
  dueOn!: IsoDate;

  @Column('date', { nullable: true })
  issuedOn!: IsoDate | null;

  @Column('date', { nullable: true })
  sentOn!: IsoDate | null;

  /** Number of the office that it was sent to. */
  @Column('integer', { nullable: true })
  sentTo!: number | null;

  @Column('date', { nullable: true })
  adjustedOn!: IsoDate | null;

  @Column('date', { nullable: true })
  closedOn!: IsoDate | null;
}
