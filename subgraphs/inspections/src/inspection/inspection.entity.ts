import { type IsoDate, SubjectEntity } from '@thads/shared';
import { Column, Entity } from 'typeorm';
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
}
