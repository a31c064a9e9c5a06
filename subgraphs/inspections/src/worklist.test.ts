import { type DueFilter, worklist } from './worklist';

type Filter = DueFilter & { states?: string[]; dueFrom?: string; dueThrough?: string; unit?: string };

const TODAY = '2025-06-15';
const PENDING = ['OPEN', 'LATE'];
const conditions = (filter: Filter | null): object => worklist(filter, null, PENDING, TODAY);
const due = { field: 'DUE_ON' };

describe('a worklist', () => {
  it.each<[Filter | null, object]>([
    [null, { filter: {}, orderBy: null }],
    [
      { unit: 'U', states: ['DONE'] },
      { filter: { unit: 'U', states: ['DONE'] }, orderBy: null },
    ],
    [{ overdue: true }, { filter: { states: PENDING, dueFrom: null, dueThrough: '2025-06-14' }, orderBy: due }],
    [{ overdue: false }, { filter: { states: PENDING, dueFrom: TODAY, dueThrough: null }, orderBy: due }],
    [{ dueWithinDays: 0 }, { filter: { states: PENDING, dueFrom: null, dueThrough: TODAY }, orderBy: due }],
    [{ dueWithinDays: 20 }, { filter: { states: PENDING, dueFrom: null, dueThrough: '2025-07-05' }, orderBy: due }],
    [
      { dueWithinDays: 7, overdue: false, unit: 'U' },
      { filter: { states: PENDING, dueFrom: TODAY, dueThrough: '2025-06-22', unit: 'U' }, orderBy: due },
    ],
    [
      { dueWithinDays: 7, overdue: true },
      { filter: { states: PENDING, dueFrom: null, dueThrough: '2025-06-14' }, orderBy: due },
    ],
    [
      { overdue: true, dueFrom: '2025-01-01', dueThrough: '2025-02-01' },
      { filter: { states: PENDING, dueFrom: '2025-01-01', dueThrough: '2025-02-01' }, orderBy: due },
    ],
    [
      { overdue: true, states: ['LATE', 'DONE'] },
      { filter: { states: ['LATE'], dueFrom: null, dueThrough: '2025-06-14' }, orderBy: due },
    ],
  ])('%j', (filter, expected) => {
    expect(conditions(filter)).toEqual(expected);
  });

  it('keeps the order that is asked for', () => {
    expect(worklist({ overdue: true }, { field: 'ID' }, PENDING, TODAY).orderBy).toEqual({ field: 'ID' });
  });

  it.each([-1, 3_661])('refuses %i days', (dueWithinDays) => {
    expect(() => conditions({ dueWithinDays })).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }),
    );
  });
});
