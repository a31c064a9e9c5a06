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
  REQUESTED: 'Enforcement requested, no decision yet (đã có đơn yêu cầu).',
  DECIDED: 'Enforcement decision issued, no officer assigned since (đã ra quyết định).',
  VOLUNTARY: 'Officer assigned; the debtor may perform voluntarily (tự nguyện thi hành).',
  VERIFYING: 'Conditions are being verified (đang xác minh).',
  WITH_CONDITIONS: 'Classified as having conditions, being enforced (có điều kiện, đang thi hành).',
  NO_CONDITIONS: 'Decision that conditions are not yet there (chưa có điều kiện).',
  DORMANT: 'In the separate tracking book, outside the main stock (theo dõi riêng).',
  COERCING: 'Coercion decided (đang cưỡng chế).',
  SEIZED: 'Asset seized (đã kê biên).',
  APPRAISED: 'Asset appraised (đã thẩm định giá).',
  ON_SALE: 'Asset on sale by auction (đang bán đấu giá).',
  COLLECTED: 'Money collected, not paid yet (đã thu tiền).',
  PART_PAID: 'A part paid or remitted, the rest being enforced (đã chi trả một phần).',
  POSTPONED_BY_CONSENT: 'Postponed with the parties’ consent (hoãn theo thỏa thuận).',
  POSTPONED: 'Postponed on another ground (hoãn).',
  SUSPENDED: 'Temporarily suspended (tạm đình chỉ).',
  COMPLETED: 'Fully enforced (thi hành xong).',
  TERMINATED: 'Terminated (đình chỉ).',
  ENTRUSTED_OUT: 'Entrusted to another agency (ủy thác).',
  REVOKED: 'Decision revoked or cancelled (thu hồi, hủy).',
  WITHDRAWN: 'Withdrawn by the provincial level (rút lên).',
  REFUSED: 'Request refused (từ chối yêu cầu).',
  CLOSED_RETURNED: 'Request sent back for want of conditions (gửi lại yêu cầu).',
  ...VOID_STATE,
});
/** What a life cycle sees; one that is void is not there for it. */
export type CaseState = Exclude<keyof typeof CaseState, 'VOID'>;
