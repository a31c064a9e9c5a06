import { documentedEnum } from '@thads/shared';
import type { PetitionSlot } from './petition.slots';

export const PetitionSlotName = documentedEnum(
  'PetitionSlot',
  'Where a petition stands in the statistics, or what a reception or a request for compensation adds to; every figure is a sum over slots (vị trí thống kê).',
  {
    PENDING: 'Within competence, being resolved, in time (đang giải quyết, trong hạn).',
    OVERDUE: 'Within competence, being resolved, past the deadline (đang giải quyết, quá hạn).',
    RESOLVED: 'Within competence, resolved (đã giải quyết).',
    WITHDRAWN_ACCEPTED: 'Within competence, withdrawn or stopped after acceptance (rút đơn, đình chỉ sau khi thụ lý).',
    RECEIVED: 'Received, not sorted yet (chưa xử lý).',
    FORWARDED: 'Not within competence, sent on (đã chuyển).',
    FILED: 'Anonymous or repeated, filed (lưu đơn).',
    WITHDRAWN: 'Withdrawn before acceptance (rút đơn trước khi thụ lý).',
    NOT_ACCEPTED: 'A condition of acceptance is not met (không thụ lý).',
    RESOLVED_RIGHT: 'Of those resolved: found right (giải quyết: đúng toàn bộ).',
    RESOLVED_PARTLY_RIGHT: 'Of those resolved: found right in part (giải quyết: đúng một phần).',
    RESOLVED_WRONG: 'Of those resolved: found wholly wrong (giải quyết: sai toàn bộ).',
    RESOLVED_ANSWERED: 'Of those resolved: answered in writing, without a finding (giải quyết: đã trả lời).',
    RECEPTION_VISITS: 'Reception: visits (lượt tiếp).',
    RECEPTION_CITIZENS: 'Reception: citizens (người được tiếp).',
    RECEPTION_MATTERS: 'Reception: matters (vụ việc).',
    RECEPTION_MASS_GROUPS: 'Reception: mass groups (đoàn đông người).',
    RECEPTION_MASS_GROUP_CITIZENS: 'Reception: citizens of mass groups (người của đoàn đông người).',
    RECEPTION_MASS_GROUP_MATTERS: 'Reception: matters of mass groups (vụ việc của đoàn đông người).',
    RECEPTION_VISITS_TO_HEAD: 'Reception: visits received by the head (lượt do thủ trưởng tiếp).',
    RECEPTION_VISITS_ONLINE: 'Reception: visits online (lượt tiếp trực tuyến).',
    COMPENSATION_REQUESTED: 'State compensation: requests, amount asked for (yêu cầu bồi thường).',
    COMPENSATION_ACCEPTED: 'State compensation: requests accepted, amount asked for (đã thụ lý).',
    COMPENSATION_REJECTED: 'State compensation: requests rejected, amount asked for (không thụ lý).',
    COMPENSATION_SETTLED: 'State compensation: settled by decision, amount (đã có quyết định bồi thường).',
    COMPENSATION_PAID: 'State compensation: requests paid on, amount paid (đã chi trả).',
    COMPENSATION_RECOURSE: 'State compensation: recourse from officers, amount (quyết định hoàn trả).',
    COMPENSATION_RECOURSE_COLLECTED: 'State compensation: recourse collected, amount (đã thu hoàn trả).',
  } satisfies Record<PetitionSlot, string>,
);
export type PetitionSlotName = PetitionSlot;
