import { type IsoDate, SubjectEntity } from '@thads/shared';
import { Column, Entity } from 'typeorm';
import type { AdministrativeJudgmentState } from './administrative-judgment.enums';

/** An administrative judgment whose enforcement is monitored (theo dõi thi hành án hành chính). */
@Entity('administrative_judgment', { schema: 'cases' })
export class AdministrativeJudgmentEntity extends SubjectEntity {
  declare state: AdministrativeJudgmentState;

  /** The body that has to perform the judgment. */
  @Column('text')
  obligedBody!: string;

  /** Last day for it to perform. */
  @Column('date')
  performBy!: IsoDate;

  @Column('date')
  monitoredOn!: IsoDate;

  @Column('integer')
  compellingDecisions!: number;

  @Column('date', { nullable: true })
  performedOn!: IsoDate | null;
}
