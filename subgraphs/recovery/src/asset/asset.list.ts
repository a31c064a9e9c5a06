import {
  type ListDefinition,
  dateOrder,
  equalTo,
  idOrder,
  inOverlay,
  onOrAfter,
  onOrBefore,
  orderInput,
} from '@thads/shared';
import { AssetEntity } from './asset.entity';

export const AssetOrder = orderInput('Asset', {
  ID: 'Identifier, that is by province and office (mã tài sản).',
  SEIZED_ON: 'Day it was seized (ngày kê biên).',
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
    overdue: equalTo(`coalesce(due_on < (now() at time zone 'Asia/Ho_Chi_Minh')::date, false)`),
    seizedFrom: onOrAfter('seized_on'),
    seizedThrough: onOrBefore('seized_on'),
  },
  orders: { ID: idOrder, SEIZED_ON: dateOrder('seized_on') },
  paths: [
    { order: 'ID', by: [] },
    { order: 'ID', by: ['case'] },
    { order: 'SEIZED_ON', by: ['province'] },
  ],
};
