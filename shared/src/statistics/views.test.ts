import { territories } from '../geography/geography';
import type { LedgerDefinition } from '../register/register';
import { ANY_OFFICE, ANY_OVERLAY, ANY_TERRITORY, ANY_VALUE, keysFor } from './views';

const ledger: LedgerDefinition = {
  slots: ['OPEN'],
  dimensions: { kind: ['A', 'B', 'C'], way: ['X', 'Y'] },
  views: [
    { by: ['overlay'], daily: true },
    { by: ['territory', 'overlay'], daily: true },
    { by: ['territory', 'kind'], daily: true },
    { by: ['territory', 'office'], daily: true },
    { by: ['territory', 'office', 'kind', 'way', 'overlay'], daily: false },
  ],
};
const nation = { territory: null, office: null };
const territory = { territory: 10, office: null };
const office = { territory: 10, office: 1001 };
const total = { territory: 10, office: ANY_OFFICE, values: [ANY_VALUE, ANY_VALUE], overlay: ANY_OVERLAY };

test('what a view has by itself is one running total, by day', () => {
  expect(keysFor(ledger, nation, {})).toEqual({ daily: true, keys: [{ ...total, territory: ANY_TERRITORY }] });
  expect(keysFor(ledger, territory, {})).toEqual({ daily: true, keys: [total] });
  expect(keysFor(ledger, territory, { overlay: 4 })).toEqual({ daily: true, keys: [{ ...total, overlay: 4 }] });
  expect(keysFor(ledger, territory, { dimensions: { kind: 'B', way: null } })).toEqual({
    daily: true,
    keys: [{ ...total, values: ['B', ANY_VALUE] }],
  });
  expect(keysFor(ledger, office, {})).toEqual({ daily: true, keys: [{ ...total, office: 1001 }] });
});

test('what no view has is added up from a finer one, over every value there can be, none included', () => {
  const { daily, keys } = keysFor(ledger, office, { dimensions: { way: 'X' }, overlay: 1 });
  expect(daily).toBe(false);
  expect(keys).toEqual(
    ['A', 'B', 'C', ''].map((kind) => ({ territory: 10, office: 1001, values: [kind, 'X'], overlay: 1 })),
  );
});

test('of the whole country it is added up over the territories, the central department’s included', () => {
  const { keys } = keysFor(ledger, nation, { dimensions: { kind: 'A' } });
  expect(keys.map((key) => key.territory).sort((a, b) => a - b)).toEqual([0, ...territories].sort((a, b) => a - b));
  expect(new Set(keys.map((key) => `${key.office} ${key.values.join()}`))).toEqual(new Set([`${ANY_OFFICE} A,*`]));
});

test('of a territory the finest is added up over its offices', () => {
  const { keys } = keysFor(ledger, territory, { dimensions: { kind: 'A', way: 'X' } });
  expect(keys.length).toBeGreaterThan(1);
  expect(new Set(keys.map((key) => Math.floor(key.office / 100)))).toEqual(new Set([10]));
  expect(new Set(keys.map(({ values }) => values.join()))).toEqual(new Set(['A,X']));
});

test('a filter that no view has is a fault of the definition and says so', () => {
  const coarse = { ...ledger, views: ledger.views.slice(0, 2) };
  expect(() => keysFor(coarse, office, { overlay: 1 })).toThrow(
    'no view of the running totals has territory, office, overlay',
  );
});
