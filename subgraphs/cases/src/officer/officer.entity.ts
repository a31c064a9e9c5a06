import { SubjectEntity } from '@thads/shared';
import { Column, Entity } from 'typeorm';
import type { OfficerGrade } from './officer.enums';

/** An enforcement officer (chấp hành viên). */
@Entity('officer', { schema: 'cases' })
export class OfficerEntity extends SubjectEntity {
  declare state: 'IN_OFFICE' | 'LEFT';

  @Column('text')
  name!: string;

  @Column('text')
  grade!: OfficerGrade;
}
