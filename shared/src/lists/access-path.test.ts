import { type ListPaths, choosePath, requirePath } from './access-path';
import { equalTo, fingerprint, onOrAfter, readConditions } from './conditions';
import { amountOrder, dateOrder, idOrder } from './order';
import { beginningOfNumber, partOfName } from './search-field';

const letters = (count: number): string[] => Array.from({ length: count }, (_none, index) => `L${index}`);
const list: ListPaths = {
  name: 'things',
  filters: {
    states: equalTo('state', { values: letters(12) }),
    kind: equalTo('kind', { values: letters(9) }),
    colour: equalTo('colour'),
    half: equalTo('half', { coarse: true }),
    owner: equalTo('owner', { narrow: true }),
    madeFrom: onOrAfter('made_on'),
    title: partOfName({ table: 'things.word', word: 'word', id: 'thing_id' }),
    number: beginningOfNumber({ table: 'things.thing', word: 'number_word', id: 'id' }),
  },
  orders: { ID: idOrder, MADE_ON: dateOrder('made_on'), AMOUNT: amountOrder('amount') },
  paths: [
    { order: 'ID', by: [] },
    { order: 'ID', by: ['states', 'kind'] },
    { order: 'ID', by: ['owner'] },
    { order: 'MADE_ON', by: ['province'], also: ['office', 'colour'] },
    { order: 'AMOUNT', by: ['province', 'states'] },
    { order: 'ID', by: ['title'] },
    { order: 'ID', by: ['number'] },
  ],
};

function choose(order: string, filter: object): string | null {
  const chosen = choosePath(list, order, readConditions(list.filters, { ...filter }));
  if (!chosen) return null;
  const scans = chosen.values.reduce((product, { length }) => product * length, 1);
  const rest = chosen.remaining.map(({ name }) => name);
  return `${scans} by ${chosen.by.join(', ') || 'id'}${rest.length > 0 ? `, then ${rest.join(', ')}` : ''}`;
}

describe('a list is read by the index that passes over the fewest rows', () => {
  test.each([
    ['ID', {}, '1 by id'],
    ['ID', { province: 'VN34-15' }, '1 by id'],
    ['ID', { office: 'VN63-10-01' }, '1 by id'],
    ['ID', { states: ['L1', 'L2', 'L1'] }, '18 by state, kind'],
    ['ID', { kind: 'L1', province: 'VN34-15' }, '12 by state, kind'],
    ['ID', { kind: 'L1', states: ['L3'] }, '1 by state, kind'],
    ['ID', { half: 'L1' }, '1 by id, then half'],
    ['ID', { office: 'VN63-10-01', colour: 'red' }, '1 by id, then colour'],
    ['ID', { owner: 'me', kind: 'L1', colour: 'red' }, '1 by owner, then kind, colour'],
    ['MADE_ON', { owner: 'me', kind: 'L1' }, '1 by owner, then kind'],
    ['MADE_ON', {}, '64 by territory'],
    ['MADE_ON', { half: 'L1', province: 'VN34-15' }, '2 by territory, then half'],
    ['MADE_ON', { madeFrom: '2024-01-01', province: 'VN34-15' }, '2 by territory'],
    ['MADE_ON', { office: 'VN63-10-01', colour: 'red' }, '1 by territory, then colour, office'],
    ['AMOUNT', { province: 'VN34-15' }, '24 by territory, state'],
    ['AMOUNT', { states: ['L1'] }, '64 by territory, state'],
    ['AMOUNT', { states: [] }, '0 by territory, state'],
    ['ID', { title: 'red' }, '1 by word'],
    ['ID', { title: 'red', half: 'L1', province: 'VN34-15' }, '1 by word, then half'],
    ['ID', { title: 'red', colour: 'red', office: 'VN63-10-01' }, '1 by word, then colour'],
  ])('%s with %j: %s', (order, filter, expected) => {
    expect(choose(order, filter)).toBe(expected);
  });

  test.each([
    ['a condition that no index has', 'ID', { colour: 'red' }],
    ['a condition that an index checks in itself, in the whole country', 'MADE_ON', { colour: 'red' }],
    ['a condition that half the rows meet, in the whole country by day', 'MADE_ON', { half: 'L1' }],
    ['more scans than are merged', 'AMOUNT', { states: ['L1', 'L2', 'L3'] }],
    [
      'words with a condition on the row, outside an office',
      'ID',
      { title: 'red', colour: 'red', province: 'VN34-15' },
    ],
    ['words in another order', 'MADE_ON', { title: 'red', office: 'VN63-10-01' }],
    ['words of few rows', 'ID', { title: 'red', owner: 'me' }],
    ['words of two kinds', 'ID', { title: 'red', number: '12', office: 'VN63-10-01' }],
    ['a range in another order', 'ID', { madeFrom: '2024-01-01', province: 'VN34-15' }],
  ])('%s: not offered', (_what, order, filter) => {
    expect(choose(order, filter)).toBeNull();
  });

  test('a small list is offered in every order whatever else it is narrowed by', () => {
    for (const order of Object.keys(list.orders)) {
      expect(
        choosePath(
          { ...list, small: true },
          order,
          readConditions(list.filters, { province: 'VN63-10', madeFrom: '2024-01-01', colour: 'red' }),
        ),
      ).not.toBeNull();
    }
  });
});

describe('the order of a list', () => {
  const ofFilter = (order: string | null, filter: object) =>
    requirePath(list, order, readConditions(list.filters, { ...filter })).order;

  test('is by id unless told otherwise', () => {
    expect(ofFilter(null, { states: ['L1'] })).toBe('ID');
  });

  test('is, when none is asked for, one that the filter is offered in', () => {
    expect(ofFilter(null, { madeFrom: '2024-01-01', province: 'VN34-15' })).toBe('MADE_ON');
  });

  test.each([
    [
      'ID',
      { madeFrom: '2024-01-01' },
      'orderBy: "things" by ID with madeFrom is not offered, since no index serves it: order it by MADE_ON, or add office or owner to the filter, or leave out madeFrom.',
    ],
    [
      null,
      { colour: 'red' },
      'orderBy: "things" with colour is not offered, since no index serves it: add province or office or owner to the filter, or leave out colour.',
    ],
    [
      'AMOUNT',
      { title: 'red', number: '12', province: 'VN34-15' },
      'orderBy: "things" by AMOUNT with title, number, province is not offered, since no index serves it: order it by ID and leave out title or number.',
    ],
  ])('that no index serves is refused with what would be served', (order, filter, message) => {
    expect(() => ofFilter(order, filter)).toThrow(
      expect.objectContaining({ message, extensions: { code: 'BAD_USER_INPUT' } }),
    );
  });
});

describe('conditions', () => {
  test('are the same in whatever order they are given', () => {
    const one = readConditions(list.filters, { kind: 'L1', states: ['L2', 'L1', 'L2'], colour: null });
    const other = readConditions(list.filters, { states: ['L1', 'L2'], kind: 'L1' });
    expect(fingerprint(one)).toBe(fingerprint(other));
    expect(fingerprint(one)).not.toBe(fingerprint(readConditions(list.filters, { kind: 'L1', states: ['L2'] })));
  });

  test('an office outside the province leaves nothing', () => {
    const conditions = readConditions(list.filters, { province: 'VN34-01', office: 'VN63-10-01' });
    expect(conditions.get('province')!.values).toEqual([]);
  });

  test.each([
    [{ title: 'a' }, /^filter\.title: it is too short/],
    [{ title: 'a'.repeat(201) }, /^filter\.title: it has 201 characters; give at most 200/],
    [{ number: ' 1 ' }, /^filter\.number: it is too short/],
  ])('that are searched for are neither too short nor too long: %j', (filter, message) => {
    expect(() => readConditions(list.filters, filter)).toThrow(message);
  });

  test('text that PostgreSQL cannot hold is refused with the field', () => {
    expect(() => readConditions(list.filters, { owner: 'a\0b' })).toThrow(/^filter\.owner: "a\\u0000b" holds/);
  });
});
