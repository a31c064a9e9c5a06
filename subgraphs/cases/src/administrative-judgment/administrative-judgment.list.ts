import { type ListDefinition, dateOrder, equalTo, idOrder, orderInput } from '@thads/shared';
import { AdministrativeJudgmentEntity } from './administrative-judgment.entity';

export const AdministrativeJudgmentOrder = orderInput('AdministrativeJudgment', {
  ID: 'Identifier, that is by province and office (mã hồ sơ).',
  PERFORM_BY: 'Last day for it to be performed (hạn thi hành).',
});

export const administrativeJudgmentList: ListDefinition<AdministrativeJudgmentEntity> = {
  name: 'administrativeJudgments',
  entity: AdministrativeJudgmentEntity,
  small: true,
  filters: { states: equalTo('state') },
  orders: { ID: idOrder, PERFORM_BY: dateOrder('perform_by') },
  paths: [
    { order: 'ID', by: [] },
    { order: 'PERFORM_BY', by: ['province'] },
  ],
};
