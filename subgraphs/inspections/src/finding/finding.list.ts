import {
  type ListDefinition,
  dateOrder,
  equalTo,
  idOrder,
  onOrAfter,
  onOrBefore,
  optionalDateOrder,
  orderInput,
  requireOffice,
} from '@thads/shared';
import { FindingEntity } from './finding.entity';
import type { FindingState } from './finding.enums';

export const FindingOrder = orderInput('Finding', {
  ID: 'Identifier, that is by province and office (mã phát hiện).',
  RECORDED_ON: 'Day it was recorded (ngày ghi nhận).',
  DUE_ON: 'Last day to do as recommended (hạn thực hiện).',
  LAST_EVENT_ON: 'Day of the last event (ngày sự kiện gần nhất).',
});

/** In which a recommendation is to be carried out. */
const PENDING: readonly FindingState[] = ['OPEN'];

export const findingList: ListDefinition<FindingEntity> = {
  name: 'findings',
  entity: FindingEntity,
  small: true,
  filters: {
    unit: equalTo('unit', { narrow: true, read: (id: string) => [requireOffice(id).number] }),
    inspection: equalTo('inspection_id', { narrow: true }),
    officer: equalTo('against_officer', { narrow: true }),
    case: equalTo('case_id', { narrow: true }),
    states: equalTo('state'),
    kind: equalTo('kind'),
    findingKind: equalTo('finding_kind'),
    severity: equalTo('severity'),
    recordedFrom: onOrAfter('recorded_on'),
    recordedThrough: onOrBefore('recorded_on'),
    dueFrom: onOrAfter('due_on', { order: 'DUE_ON' }),
    dueThrough: onOrBefore('due_on', { order: 'DUE_ON' }),
    noMovementSince: onOrBefore('last_event_on', { order: 'LAST_EVENT_ON' }),
  },
  due: { from: 'dueFrom', through: 'dueThrough', pending: PENDING },
  orders: {
    ID: idOrder,
    RECORDED_ON: dateOrder('recorded_on'),
    DUE_ON: optionalDateOrder('due_on'),
    LAST_EVENT_ON: dateOrder('last_event_on'),
  },
  paths: [
    { order: 'ID', by: [] },
    { order: 'ID', by: ['unit'] },
    { order: 'ID', by: ['inspection'] },
    { order: 'ID', by: ['officer'] },
    { order: 'ID', by: ['case'] },
    { order: 'RECORDED_ON', by: ['province'] },
    { order: 'DUE_ON', by: ['province'] },
    { order: 'DUE_ON', by: ['province', 'states'] },
    { order: 'LAST_EVENT_ON', by: ['province'] },
  ],
};
