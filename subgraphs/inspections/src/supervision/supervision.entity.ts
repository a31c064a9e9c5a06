import { type IsoDate, SubjectEntity } from '@thads/shared';
import { Column, Entity } from 'typeorm';
import type { OutsideBody, SupervisionState } from './supervision.enums';

/** A session of supervision by a body outside (cuộc giám sát, kiểm sát), with its conclusion and the answer to it. */
@Entity('supervision', { schema: 'inspections' })
export class SupervisionEntity extends SubjectEntity {
  declare state: SupervisionState;

  @Column('text')
  body!: OutsideBody;

  /** Ids of the offices supervised, each once. */
  @Column('jsonb')
  units!: readonly string[];

  @Column({ type: 'text', nullable: true, collation: 'C' })
  caseId!: string | null;

  @Column('text', { nullable: true })
  content!: string | null;

  @Column('text', { nullable: true })
  conclusion!: string | null;

  /** Of the conclusion or recommendation. */
  @Column('text', { nullable: true })
  documentNumber!: string | null;

  @Column('integer')
  findingCount!: number;

  @Column('integer')
  recommendationCount!: number;

  @Column('date')
  recordedOn!: IsoDate;

  @Column('date', { nullable: true })
  receivedOn!: IsoDate | null;

  /** Last day to answer, as the body set it. */
  @Column('date', { nullable: true })
  dueOn!: IsoDate | null;

  @Column('date', { nullable: true })
  answeredOn!: IsoDate | null;

  @Column('date', { nullable: true })
  followedUpOn!: IsoDate | null;
}
