import { type IsoDate, SubjectEntity } from '@thads/shared';
import { Column, Entity } from 'typeorm';
import type { ProtestLevel, ProtestOutcome, ProtestState } from './protest.enums';

/** A protest of the procuracy (kháng nghị) against decisions or acts of an office, held by the office that got it. */
@Entity('protest', { schema: 'inspections' })
export class ProtestEntity extends SubjectEntity {
  declare state: ProtestState;

  @Column('text')
  protestLevel!: ProtestLevel;

  @Column('text')
  documentNumber!: string;

  /** Number of the office whose decision or act it is against. */
  @Column('integer')
  unit!: number;

  @Column({ type: 'text', nullable: true, collation: 'C' })
  caseId!: string | null;

  @Column('text', { nullable: true })
  content!: string | null;

  @Column('date')
  receivedOn!: IsoDate;

  /** Last day of the procuracy to protest; null when it is not known since when it had time. */
  @Column('date', { nullable: true })
  lodgeBy!: IsoDate | null;

  /** Last day to answer, of the superior when it is before him. */
  @Column('date')
  dueOn!: IsoDate;

  /** Null while it is to be answered. */
  @Column('text', { nullable: true })
  outcome!: ProtestOutcome | null;

  @Column('date', { nullable: true })
  answeredOn!: IsoDate | null;

  @Column('date', { nullable: true })
  compliedOn!: IsoDate | null;
}
