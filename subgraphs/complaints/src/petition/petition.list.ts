import {
  type ListDefinition,
  badInput,
  dateOrder,
  equalTo,
  idOrder,
  onOrAfter,
  onOrBefore,
  optionalDateOrder,
  orderInput,
} from '@thads/shared';
import { PetitionEntity } from './petition.entity';
import { PetitionKind, PetitionState } from './petition.enums';

export const PetitionOrder = orderInput('Petition', {
  ID: 'Identifier, that is by province and office (mã đơn).',
  RECEIVED_ON: 'Day it was received (ngày nhận đơn).',
  DUE_ON: 'Last day to resolve it in time (hạn giải quyết).',
  LAST_EVENT_ON: 'Day of the last event (ngày sự kiện gần nhất).',
});

function readRound(round: number): readonly number[] {
  if (round === 1 || round === 2) return [round];
  throw badInput(`filter.round: ${round} is not a round; it is 1 or 2.`);
}

/** In which it is being resolved. */
const PENDING: readonly PetitionState[] = ['ACCEPTED'];

export const petitionList: ListDefinition<PetitionEntity> = {
  name: 'petitions',
  entity: PetitionEntity,
  small: true,
  filters: {
    officer: equalTo('against_officer', { narrow: true }),
    case: equalTo('case_id', { narrow: true }),
    states: equalTo('state', { values: Object.values(PetitionState) }),
    kind: equalTo('kind', { values: Object.values(PetitionKind) }),
    measureStage: equalTo('measure_stage'),
    round: equalTo('round', { read: readRound }),
    outcome: equalTo('outcome'),
    receivedFrom: onOrAfter('received_on'),
    receivedThrough: onOrBefore('received_on'),
    resolvedFrom: onOrAfter('resolved_on'),
    resolvedThrough: onOrBefore('resolved_on'),
    dueFrom: onOrAfter('due_on', { order: 'DUE_ON' }),
    dueThrough: onOrBefore('due_on', { order: 'DUE_ON' }),
    noMovementSince: onOrBefore('last_event_on', { order: 'LAST_EVENT_ON' }),
  },
  due: { from: 'dueFrom', through: 'dueThrough', pending: PENDING },
  orders: {
    ID: idOrder,
    RECEIVED_ON: dateOrder('received_on'),
    DUE_ON: optionalDateOrder('due_on'),
    LAST_EVENT_ON: dateOrder('last_event_on'),
  },
  paths: [
    { order: 'ID', by: [] },
    { order: 'ID', by: ['officer'] },
    { order: 'ID', by: ['case'] },
    { order: 'ID', by: ['states', 'kind'] },
    { order: 'RECEIVED_ON', by: ['province'] },
    { order: 'DUE_ON', by: ['province'] },
    { order: 'DUE_ON', by: ['states', 'province'] },
    { order: 'LAST_EVENT_ON', by: ['province'] },
  ],
};
