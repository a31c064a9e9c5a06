import { amountOrder, idOrder, isKeyValue, optionalDateOrder } from './order';

describe('an order key from a cursor', () => {
  test.each([
    ['a territory', idOrder, 10],
    ['an amount beyond 32 bits', amountOrder('amount'), 30_544_000_000_000],
    ['a day', optionalDateOrder('decided_on'), '2024-02-29'],
    ['no day', optionalDateOrder('decided_on'), '-infinity'],
  ])('that is %s is taken', (_what, key, value) => {
    expect(isKeyValue(key, value)).toBe(true);
  });

  test.each([
    ['a territory that no column holds', idOrder, 40_000],
    ['a fraction', idOrder, 1.5],
    ['a text for a territory', idOrder, '10'],
    ['an amount beyond exact integers', amountOrder('amount'), 2 ** 53],
    ['a day that does not exist', optionalDateOrder('decided_on'), '2025-02-29'],
    ['a number for a day', optionalDateOrder('decided_on'), 20240229],
    ['another infinity', optionalDateOrder('decided_on'), 'infinity'],
    ['nothing', optionalDateOrder('decided_on'), null],
  ])('that is %s is refused', (_what, key, value) => {
    expect(isKeyValue(key, value)).toBe(false);
  });
});
