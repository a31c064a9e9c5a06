import {
  type ListDefinition,
  amountOrder,
  beginningOfNumber,
  dateOrder,
  equalTo,
  idOrder,
  inOverlay,
  onOrAfter,
  onOrBefore,
  optionalDateOrder,
  orderInput,
  partOfName,
} from '@thads/shared';
import { partyWords } from '../party/party.rows';
import { CaseEntity } from './case.entity';
import { CaseKind, CaseState, Initiation } from './case.enums';

export const CaseOrder = orderInput('Case', {
  ID: 'Identifier, that is by province and office (mã việc).',
  DECIDED_ON: 'Day of the enforcement decision (ngày quyết định thi hành án).',
  AMOUNT: 'Amount to be enforced (số tiền phải thi hành).',
  LAST_EVENT_ON: 'Day of the last event (ngày sự kiện gần nhất).',
  VERIFICATION_DUE_ON: 'Last day for the next verification (hạn xác minh).',
});

/** Ten million rows: every path is an index of the migrations. */
export const caseList: ListDefinition<CaseEntity> = {
  name: 'cases',
  entity: CaseEntity,
  filters: {
    number: beginningOfNumber(
      { table: 'cases.enforcement_case', word: 'judgment_word', id: 'id' },
      { table: 'cases.enforcement_case', word: 'decision_word', id: 'id' },
    ),
    partyName: partOfName(partyWords),
    officer: equalTo('officer', { narrow: true }),
    states: equalTo('state', { values: Object.values(CaseState) }),
    kind: equalTo('kind', { values: Object.values(CaseKind) }),
    initiation: equalTo('initiation', { values: Object.values(Initiation), coarse: true }),
    overlay: inOverlay('overlays'),
    decidedFrom: onOrAfter('decided_on'),
    decidedThrough: onOrBefore('decided_on'),
    amountFrom: onOrAfter('amount'),
    amountThrough: onOrBefore('amount'),
    noMovementSince: onOrBefore('last_event_on'),
    verificationDueThrough: onOrBefore('verification_due_on'),
  },
  orders: {
    ID: idOrder,
    DECIDED_ON: optionalDateOrder('decided_on'),
    AMOUNT: amountOrder('amount'),
    LAST_EVENT_ON: dateOrder('last_event_on'),
    VERIFICATION_DUE_ON: optionalDateOrder('verification_due_on'),
  },
  paths: [
    { order: 'ID', by: [] },
    { order: 'ID', by: ['number'] },
    { order: 'ID', by: ['partyName'] },
    { order: 'ID', by: ['officer'] },
    { order: 'ID', by: ['states', 'kind'] },
    { order: 'ID', by: ['overlay'], also: ['kind'] },
    { order: 'ID', by: ['overlay', 'states'], also: ['kind'] },
    { order: 'DECIDED_ON', by: ['province'], also: ['office', 'states', 'kind', 'overlay'] },
    {
      order: 'AMOUNT',
      by: ['province', 'states'],
      also: ['office', 'kind', 'overlay', 'decidedFrom', 'decidedThrough'],
    },
    { order: 'LAST_EVENT_ON', by: ['province', 'states'], also: ['office', 'kind'] },
    { order: 'VERIFICATION_DUE_ON', by: ['province'], also: ['office', 'states', 'kind'] },
  ],
};
