import type { Grounds } from '@thads/shared';

/** Grounds of decisions about cases, by code; the articles are those of Law 26/2008 unless said otherwise. */

export const refusalGrounds: Grounds = {
  NO_RIGHT:
    'The applicant may not request it, or the judgment gives nothing to be enforced: art. 31.5.a (không có quyền yêu cầu).',
  NO_COMPETENCE: 'Another agency is competent: art. 31.5.b (không thuộc thẩm quyền).',
  OUT_OF_TIME: 'The five years have passed: art. 31.5.c (hết thời hiệu yêu cầu).',
};

export const notYetGrounds: Grounds = {
  NO_INCOME_NO_ASSETS: 'No income beyond the minimum, and no assets: art. 44a.1.a (không có thu nhập, tài sản).',
  ASSETS_NOT_ENFORCEABLE:
    'Assets that cover the costs only, or may not be seized: art. 44a.1.a (tài sản không đủ chi phí hoặc không được kê biên).',
  OBJECT_LOST: 'The object to be handed over is no longer there or of no use: art. 44a.1.b (vật không còn).',
  PERSON_NOT_FOUND:
    'Address of the debtor, or of the child to be handed over, unknown: art. 44a.1.c (chưa xác định địa chỉ).',
  PRISONER: 'Without assets, serving two years or more in prison: art. 44.2 (đang chấp hành hình phạt tù).',
};

/** Looked at again once a year only, and kept two years before they leave the main stock. */
export const SLOW_GROUNDS: readonly string[] = ['PERSON_NOT_FOUND', 'PRISONER'];

export const consentGrounds: Grounds = {
  PARTIES_CONSENT: 'The parties agree to postpone: art. 48.1.c (đương sự đồng ý hoãn).',
};

export const postponementGrounds: Grounds = {
  DEBTOR_ILL: 'The debtor is gravely ill or without capacity to act: art. 48.1.a (ốm nặng, mất năng lực hành vi).',
  ADDRESS_UNKNOWN:
    'Address unknown, or another reason that only the debtor can remove: art. 48.1.b (chưa xác định địa chỉ).',
  ASSET_IN_DISPUTE: 'The asset is in dispute before a court: art. 48.1.d (tài sản đang có tranh chấp).',
  ASSET_UNSOLD:
    'The asset is worth no more than costs and secured debt, or the creditor does not take it: art. 48.1.d, h (tài sản không bán được).',
  EXPLANATION_AWAITED:
    'The judgment is being explained, or its correction asked for: art. 48.1.đ (chờ giải thích bản án).',
  NOTICE_NOT_RECEIVED: 'A party to the asset could not be told yet: art. 48.1.e, g (chưa thông báo được).',
  PROTEST_REQUEST:
    'Whoever may protest asks for it, once, for three months at most: art. 48.2 (người có thẩm quyền kháng nghị yêu cầu).',
};

export const suspensionGrounds: Grounds = {
  PROTEST: 'The judgment is protested against: art. 49.1 (kháng nghị giám đốc thẩm, tái thẩm).',
  BANKRUPTCY: 'A court has accepted a bankruptcy petition: art. 49.2 (thụ lý yêu cầu mở thủ tục phá sản).',
};

export const terminationGrounds: Grounds = {
  DEATH_WITHOUT_HEIRS: 'The debtor died and nothing passes to heirs: art. 50.1.a (chết không có người thừa kế).',
  CREDITOR_GONE:
    'The creditor died without heirs, and the right does not pass: art. 50.1.b (người được thi hành án chết).',
  AGREEMENT_OR_WAIVER: 'The parties agree, or the creditor asks to stop: art. 50.1.c (thỏa thuận, từ bỏ quyền).',
  JUDGMENT_QUASHED: 'The judgment was quashed: art. 50.1.d (bản án bị hủy).',
  DISSOLVED_WITHOUT_ASSETS:
    'The debtor is an organisation dissolved without assets: art. 50.1.đ (giải thể không còn tài sản).',
  EXEMPTED: 'A court has exempted from the rest: art. 50.1.e (được miễn nghĩa vụ).',
  BANKRUPTCY_OPENED: 'Bankruptcy proceedings were opened: art. 50.1.g (mở thủ tục phá sản).',
  CHILD_DEAD_OR_OF_AGE: 'The child to be handed over died or is of age: art. 50.1.h (trẻ chết hoặc thành niên).',
};

export const revocationGrounds: Grounds = {
  WRONG_COMPETENCE: 'Issued without competence: art. 37.1.a (ban hành không đúng thẩm quyền).',
  WRONG_CONTENT: 'In error as to its content: art. 37.1.b (có sai sót).',
  GROUND_GONE: 'Its ground is no longer there: art. 37.1.c (căn cứ không còn).',
  CANCELLED_BY_SUPERIOR: 'Cancelled by the superior or on a finding of breach: art. 37.3 (hủy quyết định).',
};

export const releaseGrounds: Grounds = {
  UNSOLD_REFUSED: 'Unsold, and the creditor does not take it: art. 104 (không bán được, không nhận).',
  WORTH_LESS_THAN_COSTS: 'Worth no more than costs and secured debt: art. 105 (giá trị không đủ chi phí).',
  OBLIGATION_PERFORMED: 'The debtor has performed otherwise: art. 105 (đã thực hiện nghĩa vụ).',
};

/** Security measures, as the ground of their decision. */
export const securityGrounds: Grounds = {
  ACCOUNT_FREEZE: 'Account frozen, asset at a third party frozen: art. 67 (phong tỏa tài khoản, tài sản).',
  PROPERTY_HELD: 'Property or papers held: art. 68 (tạm giữ tài sản, giấy tờ).',
  TRANSFER_STOPPED: 'Registration, transfer, change of state stopped: art. 69 (tạm dừng đăng ký, chuyển dịch).',
};
