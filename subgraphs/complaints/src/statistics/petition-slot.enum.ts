import { documentedEnum } from '@thads/shared';
import type { PetitionSlot } from './petition.slots';

export const PetitionSlotName = documentedEnum(
  'PetitionSlot',
  'Where a petition stands in the statistics, or what a reception adds to; every figure is a sum over slots (vị trí thống kê).',
  {
    PENDING: 'Within competence, being resolved, in time (đang giải quyết, trong hạn).',
    OVERDUE: 'Within competence, being resolved, past the deadline (đang giải quyết, quá hạn).',
    RESOLVED: 'Within competence, resolved (đã giải quyết).',
    WITHDRAWN_ACCEPTED: 'Within competence, withdrawn after acceptance (rút đơn sau khi thụ lý).',
    RECEIVED: 'Received, not sorted yet (chưa xử lý).',
    FORWARDED: 'Not within competence, sent on (đã chuyển).',
    FILED: 'Anonymous or repeated, filed (lưu đơn).',
    WITHDRAWN: 'Withdrawn before acceptance (rút đơn trước khi thụ lý).',
    RECEPTION_VISITS: 'Reception: visits (lượt tiếp).',
    RECEPTION_CITIZENS: 'Reception: citizens (người được tiếp).',
    RECEPTION_MATTERS: 'Reception: matters (vụ việc).',
    RECEPTION_MASS_GROUPS: 'Reception: mass groups (đoàn đông người).',
  } satisfies Record<PetitionSlot, string>,
);
export type PetitionSlotName = PetitionSlot;
