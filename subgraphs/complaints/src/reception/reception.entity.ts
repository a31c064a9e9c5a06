import { type IsoDate, SubjectEntity } from '@thads/shared';
import { Column, Entity } from 'typeorm';
import type { ReceptionState } from './reception.enums';

/** A day's or a session's reception of citizens (tiếp công dân). */
@Entity('reception', { schema: 'complaints' })
export class ReceptionEntity extends SubjectEntity {
  declare state: ReceptionState;

  @Column('date')
  receivedOn!: IsoDate;

  @Column('integer')
  visits!: number;

  @Column('integer')
  citizens!: number;

  @Column('integer')
  matters!: number;

  @Column('integer')
  massGroups!: number;

  /** Of the citizens and matters, those of mass groups. */
  @Column('integer')
  massGroupCitizens!: number;

  @Column('integer')
  massGroupMatters!: number;

  @Column('boolean')
  receivedByHead!: boolean;

  @Column('boolean')
  online!: boolean;
}
