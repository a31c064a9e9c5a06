import { documentedEnum } from '@thads/shared';

export const OfficerGrade = documentedEnum('OfficerGrade', 'Grade of an enforcement officer (ngạch chấp hành viên).', {
  JUNIOR: 'Junior (sơ cấp).',
  INTERMEDIATE: 'Intermediate (trung cấp).',
  SENIOR: 'Senior (cao cấp).',
});
export type OfficerGrade = keyof typeof OfficerGrade;
