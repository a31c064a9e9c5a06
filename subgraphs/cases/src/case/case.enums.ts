import { documentedEnum, VOID_STATE } from '@thads/shared';

export const CaseKind = documentedEnum('CaseKind', 'Kind of judgment that is enforced (loại bản án).', {
  CIVIL: 'Civil (dân sự).',
  CRIMINAL: 'Civil part of a criminal judgment (dân sự trong hình sự).',
  ADMINISTRATIVE: 'Property part of an administrative judgment (dân sự trong hành chính).',
  MARRIAGE_FAMILY: 'Marriage and family (hôn nhân và gia đình).',
  BUSINESS_COMMERCE: 'Business and commerce (kinh doanh, thương mại).',
  LABOUR: 'Labour (lao động).',
  BANKRUPTCY: 'Bankruptcy (phá sản).',
  ARBITRATION: 'Commercial arbitration award (trọng tài thương mại).',
  OTHER: 'Other decisions enforced under the law (loại khác).',
});
export type CaseKind = keyof typeof CaseKind;

export const Initiation = documentedEnum('Initiation', 'How the enforcement came about (hình thức ra quyết định).', {
  EX_OFFICIO: 'The head of the agency decides without a request (chủ động).',
  ON_REQUEST: 'A party asked for it (theo yêu cầu).',
});
export type Initiation = keyof typeof Initiation;

export const CaseState = documentedEnum('CaseState', 'Present state of a case (trạng thái hồ sơ).', {
  RECEIVED: 'Judgment received, no enforcement decision yet (đã nhận bản án).',
  DECIDED: 'Enforcement decision issued; voluntary period or verification (đã ra quyết định).',
  WITH_CONDITIONS: 'Classified as having conditions, being enforced (có điều kiện, đang thi hành).',
  NO_CONDITIONS: 'Decision that conditions are not yet there (chưa có điều kiện).',
  POSTPONED_BY_CONSENT: 'Postponed with the parties’ consent (hoãn theo thỏa thuận).',
  POSTPONED: 'Postponed on another ground (hoãn).',
  SUSPENDED: 'Temporarily suspended (tạm đình chỉ).',
  COMPLETED: 'Fully enforced (thi hành xong).',
  TERMINATED: 'Terminated (đình chỉ).',
  ENTRUSTED_OUT: 'Entrusted to another agency (ủy thác).',
  REVOKED: 'Decision revoked or cancelled (thu hồi, hủy).',
  WITHDRAWN: 'Withdrawn by the provincial level (rút lên).',
  ...VOID_STATE,
});
/** What a life cycle sees; one that is void is not there for it. */
export type CaseState = Exclude<keyof typeof CaseState, 'VOID'>;
