import { type Lifecycle, type RegisterEvent, legalBasis } from '@thads/shared';
import type { OfficerEntity } from './officer.entity';
import type { OfficerGrade } from './officer.enums';

export interface OfficerEvent extends RegisterEvent {
  readonly name?: string | null;
  readonly grade?: OfficerGrade | null;
}

export const officerLifecycle: Lifecycle<OfficerEntity, OfficerEvent> = {
  subjectType: 'officer',
  nameVi: 'chấp hành viên',
  table: 'officer',
  initial: {},
  transitions: [
    {
      event: 'OFFICER_APPOINTED',
      nameVi: 'bổ nhiệm chấp hành viên',
      from: [],
      to: 'IN_OFFICE',
      requires: ['name', 'grade'],
      legalBasis: legalBasis('Law 26/2008 art. 17-18', null),
      effect: ({ name, grade }) => ({ name: name!, grade: grade! }),
    },
    {
      event: 'OFFICER_LEFT',
      nameVi: 'miễn nhiệm, thôi làm nhiệm vụ',
      from: ['IN_OFFICE'],
      to: 'LEFT',
      legalBasis: legalBasis('Law 26/2008 art. 19', null),
    },
  ],
  positions: () => [],
};
