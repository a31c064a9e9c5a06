import type { LedgerDefinition } from '../register/register';
import { ANY_OFFICE, ANY_OVERLAY, ANY_VALUE, keysFor } from './views';

const ledger: LedgerDefinition = {
  slots: ['OPEN'],
  dimensions: { kind: ['A', 'B', 'C'], way: ['X', 'Y'] },
  views: [
    { by: ['overlay'], daily: true },
    { by: ['kind'], daily: true },
    { by: ['office'], daily: true },
    { by: ['office', 'kind', 'way', 'overlay'], daily: false },
  ],
};
const territory = 10;
const nationwide = { territory, office: null };
const office = { territory, office: 1001 };
const total = { territory, office: ANY_OFFICE, values: [ANY_VALUE, ANY_VALUE], overlay: ANY_OVERLAY };

test('what a view has by itself is one running total, by day', () => {
  expect(keysFor(ledger, nationwide, {})).toEqual({ daily: true, keys: [total] });
  expect(keysFor(ledger, nationwide, { overlay: 4 })).toEqual({ daily: true, keys: [{ ...total, overlay: 4 }] });
  expect(keysFor(ledger, nationwide, { dimensions: { kind: 'B', way: null } })).toEqual({
    daily: true,
    keys: [{ ...total, values: ['B', ANY_VALUE] }],
  });
  expect(keysFor(ledger, office, {})).toEqual({ daily: true, keys: [{ ...total, office: 1001 }] });
});

test('what no view has is added up from the finest, over every value there can be, none included', () => {
  const { daily, keys } = keysFor(ledger, office, { dimensions: { way: 'X' }, overlay: 1 });
  expect(daily).toBe(false);
  expect(keys).toEqual(
    ['A', 'B', 'C', ''].map((kind) => ({ territory, office: 1001, values: [kind, 'X'], overlay: 1 })),
  );
});

test('of a whole territory the finest is added up over its offices', () => {
  const { keys } = keysFor(ledger, nationwide, { dimensions: { kind: 'A', way: 'X' } });
  expect(keys.length).toBeGreaterThan(1);
  expect(new Set(keys.map((key) => Math.floor(key.office / 100)))).toEqual(new Set([territory]));
  expect(new Set(keys.map(({ values }) => values.join()))).toEqual(new Set(['A,X']));
});

test('a filter that no view has is a fault of the definition and says so', () => {
  const coarse = { ...ledger, views: ledger.views.slice(0, 1) };
  expect(() => keysFor(coarse, office, { overlay: 1 })).toThrow('no view of the running totals has office, overlay');
});
