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
import { InspectionEntity } from './inspection.entity';
import type { InspectionState } from './inspection.enums';

export const InspectionOrder = orderInput('Inspection', {
  ID: 'Identifier, that is by province and office (mã cuộc kiểm tra).',
  PLANNED_FOR: 'Day it is planned for (ngày dự kiến kiểm tra).',
  CONDUCTED_ON: 'Day it was conducted (ngày kiểm tra).',
  LAST_EVENT_ON: 'Day of the last event (ngày sự kiện gần nhất).',
});

/** In which it is still to be conducted. */
const PENDING: readonly InspectionState[] = ['PLANNED', 'DECIDED', 'ANNOUNCED', 'POSTPONED'];

export const inspectionList: ListDefinition<InspectionEntity> = {
  name: 'inspections',
  entity: InspectionEntity,
  small: true,
  filters: {
    unit: equalTo('unit', { narrow: true, read: (id: string) => [requireOffice(id).number] }),
    plan: equalTo('plan_id', { narrow: true }),
    states: equalTo('state'),
    kind: equalTo('kind'),
    theme: equalTo('theme'),
    plannedForFrom: onOrAfter('planned_for', { order: 'PLANNED_FOR' }),
    plannedForThrough: onOrBefore('planned_for', { order: 'PLANNED_FOR' }),
    conductedFrom: onOrAfter('conducted_on'),
    conductedThrough: onOrBefore('conducted_on'),
    noMovementSince: onOrBefore('last_event_on', { order: 'LAST_EVENT_ON' }),
  },
  due: { from: 'plannedForFrom', through: 'plannedForThrough', pending: PENDING },
  orders: {
    ID: idOrder,
    PLANNED_FOR: optionalDateOrder('planned_for'),
    CONDUCTED_ON: optionalDateOrder('conducted_on'),
    LAST_EVENT_ON: dateOrder('last_event_on'),
  },
  paths: [
    { order: 'ID', by: [] },
    { order: 'ID', by: ['unit'] },
    { order: 'ID', by: ['plan'] },
    { order: 'PLANNED_FOR', by: ['province'] },
    { order: 'CONDUCTED_ON', by: ['province'] },
    { order: 'LAST_EVENT_ON', by: ['province'] },
  ],
};
