import {
  type ListDefinition,
  dateOrder,
  equalTo,
  idOrder,
  inOverlay,
  onOrAfter,
  onOrBefore,
  optionalDateOrder,
  orderInput,
} from '@thads/shared';
import { AssetEntity } from './asset.entity';

export const AssetOrder = orderInput('Asset', {
  ID: 'Identifier, that is by province and office (mã tài sản).',
  SEIZED_ON: 'Day it was seized (ngày kê biên).',
  DUE_ON: 'Last day of the legal time that runs (hạn xử lý).',
  LAST_EVENT_ON: 'Day of the last event (ngày sự kiện gần nhất).',
});

export const assetList: ListDefinition<AssetEntity> = {
  name: 'assets',
  entity: AssetEntity,
  small: true,
  filters: {
    case: equalTo('case_id', { narrow: true }),
    states: equalTo('state'),
    assetKind: equalTo('asset_kind'),
    overlay: inOverlay('overlays'),
    appraisedFrom: onOrAfter('appraised_value'),
    appraisedThrough: onOrBefore('appraised_value'),
    seizedFrom: onOrAfter('seized_on'),
    seizedThrough: onOrBefore('seized_on'),
    dueFrom: onOrAfter('due_on', { order: 'DUE_ON' }),
    dueThrough: onOrBefore('due_on', { order: 'DUE_ON' }),
    noMovementSince: onOrBefore('last_event_on', { order: 'LAST_EVENT_ON' }),
  },
  due: { from: 'dueFrom', through: 'dueThrough' },
  orders: {
    ID: idOrder,
    SEIZED_ON: dateOrder('seized_on'),
    DUE_ON: optionalDateOrder('due_on'),
    LAST_EVENT_ON: dateOrder('last_event_on'),
  },
  paths: [
    { order: 'ID', by: [] },
    { order: 'ID', by: ['case'] },
    { order: 'SEIZED_ON', by: ['province'] },
    { order: 'DUE_ON', by: ['province'] },
    { order: 'LAST_EVENT_ON', by: ['province'] },
  ],
};
