import { type ListPaths, requirePath } from './access-path';
import { onOrAfter, onOrBefore, readConditions } from './conditions';
import { dateOrder, idOrder } from './order';
import { countStatement, pageStatement } from './page-statement';

const list: ListPaths = {
  name: 'things',
  filters: {
    madeFrom: onOrAfter('made_on'),
    madeThrough: onOrBefore('made_on'),
    unpaidFrom: onOrAfter('made_on', { within: 'not paid' }),
    unpaidSince: onOrBefore('made_on', { within: 'not paid' }),
  },
  orders: { ID: idOrder, MADE_ON: dateOrder('made_on') },
  paths: [
    { order: 'ID', by: [] },
    { order: 'MADE_ON', by: ['province'], only: ['unpaidFrom', 'unpaidSince'] },
  ],
};

function statements(order: string, filter: object) {
  const conditions = readConditions(list.filters, { ...filter });
  const chosen = requirePath(list, order, conditions);
  const page = pageStatement({
    table: 't',
    columns: '*',
    chosen,
    key: list.orders[order]!,
    direction: 'ASC',
    conditions,
    after: null,
    limit: 3,
  })!;
  const withValues = ({ text, values }: { text: string; values: readonly unknown[] }): string =>
    text.replaceAll(/\$(\d+)/g, (_whole, number: string) => String(values[Number(number) - 1]));
  return { page: withValues(page), count: withValues(countStatement('t', conditions)) };
}

describe('a page of a list', () => {
  test('says word for word what the index has only, whatever order and bounds', () => {
    const { page, count } = statements('MADE_ON', {
      province: 'VN63-10',
      unpaidSince: '2024-06-30',
      unpaidFrom: '2024-01-01',
    });
    expect(page).toContain(
      'where territory = 10 and made_on >= 2024-01-01::date and made_on <= 2024-06-30::date and not paid order by',
    );
    expect(count).toContain('made_on <= 2024-06-30 and made_on >= 2024-01-01 and territory = 10 and not paid');
    expect(statements('ID', { office: 'VN63-10-01', unpaidSince: '2024-06-30' }).page).toContain(
      'made_on <= 2024-06-30 and not paid order by',
    );
  });

  test('of several bounds the strictest holds', () => {
    const { page } = statements('MADE_ON', {
      province: 'VN63-10',
      madeFrom: '2024-03-01',
      unpaidFrom: '2024-01-01',
      madeThrough: '2024-09-30',
      unpaidSince: '2024-06-30',
    });
    expect(page).toContain('made_on >= 2024-03-01::date and made_on <= 2024-06-30::date');
    expect(page).not.toContain('2024-01-01');
    expect(page).not.toContain('2024-09-30');
  });
});
