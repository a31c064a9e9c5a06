import { documentedEnum } from '@thads/shared';
import type { RecoverySlot } from './recovery.slots';

export const RecoverySlotName = documentedEnum(
  'RecoverySlot',
  'Where an obligation or its money stands in the statistics, and counters of assets (vị trí thống kê).',
  {
    OUTSTANDING_WITH_CONDITIONS: 'Outstanding, with conditions (còn phải thu, có điều kiện).',
    OUTSTANDING_NOT_YET: 'Outstanding, not yet with conditions (còn phải thu, chưa có điều kiện).',
    COLLECTED: 'Collected: obligations in full, money each time (đã thu).',
    ENDED: 'Terminated, exempted or entrusted, with what was outstanding (đã kết thúc).',
    REMITTED: 'Counter: remitted to the state budget (đã nộp ngân sách).',
    PAID: 'Counter: paid to creditors (đã chi trả).',
    COSTS: 'Counter: deducted for costs (chi phí thi hành án).',
    ASSET_SEIZED: 'Counter: assets seized (tài sản kê biên).',
    AUCTION_HELD: 'Counter: auction rounds held (lần đấu giá).',
    AUCTION_SOLD: 'Counter: of those, with a sale (đấu giá thành).',
    EXEMPTION_PROPOSED: 'Counter: proposals to waive or reduce (hồ sơ đề nghị miễn, giảm).',
    EXEMPTION_ACCEPTED: 'Counter: of those, accepted in full, with the amount (chấp nhận toàn bộ).',
    EXEMPTION_PART: 'Counter: of those, accepted in part, with the amount granted (chấp nhận một phần).',
    EXEMPTION_REFUSED: 'Counter: of those, refused, with the amount proposed (không chấp nhận).',
  } satisfies Record<RecoverySlot, string>,
);
export type RecoverySlotName = RecoverySlot;
