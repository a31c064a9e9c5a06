import {
  type ListDefinition,
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
});

export const petitionList: ListDefinition<PetitionEntity> = {
  name: 'petitions',
  entity: PetitionEntity,
  small: true,
  filters: {
    states: equalTo('state', { values: Object.values(PetitionState) }),
    kind: equalTo('kind', { values: Object.values(PetitionKind) }),
    receivedFrom: onOrAfter('received_on'),
    receivedThrough: onOrBefore('received_on'),
    dueFrom: onOrAfter('due_on'),
    dueThrough: onOrBefore('due_on'),
  },
  orders: { ID: idOrder, RECEIVED_ON: dateOrder('received_on'), DUE_ON: optionalDateOrder('due_on') },
  paths: [
    { order: 'ID', by: [] },
    { order: 'ID', by: ['states', 'kind'] },
    { order: 'RECEIVED_ON', by: ['province'] },
    { order: 'DUE_ON', by: ['province'] },
  ],
};
