import { type DueFields, withoutWorklist } from './worklist';

const TODAY = '2025-06-15';
const PENDING = ['OPEN', 'LATE'];
const due: DueFields = { from: 'dueFrom', through: 'dueThrough', pending: PENDING };
const conditions = (filter: object, of: DueFields = due): object => withoutWorklist(of, { ...filter }, TODAY);

describe('a worklist is', () => {
  it.each<[object, object]>([
    [{}, {}],
    [
      { unit: 'U', states: ['DONE'] },
      { unit: 'U', states: ['DONE'] },
    ],
    [{ overdue: null, overdueOn: null, dueWithinDays: null }, {}],
    [{ overdue: true }, { states: PENDING, dueThrough: '2025-06-14' }],
    [{ overdue: false }, { states: PENDING, dueFrom: TODAY }],
    [{ overdueOn: '2025-03-01' }, { states: PENDING, dueThrough: '2025-02-28' }],
    [{ overdueOn: '2025-12-31' }, { states: PENDING, dueThrough: '2025-12-30' }],
    [{ dueWithinDays: 0 }, { states: PENDING, dueThrough: TODAY }],
    [{ dueWithinDays: 20 }, { states: PENDING, dueThrough: '2025-07-05' }],
    [
      { dueWithinDays: 7, overdue: false, unit: 'U' },
      { states: PENDING, dueFrom: TODAY, dueThrough: '2025-06-22', unit: 'U' },
    ],
    [
      { dueWithinDays: 7, overdue: true },
      { states: PENDING, dueThrough: '2025-06-14' },
    ],
    [
      { dueWithinDays: 7, overdueOn: '2025-06-20' },
      { states: PENDING, dueThrough: '2025-06-19' },
    ],
    [
      { overdue: true, dueFrom: '2025-01-01', dueThrough: '2025-02-01' },
      { states: PENDING, dueFrom: '2025-01-01', dueThrough: '2025-02-01' },
    ],
    [
      { overdue: true, states: ['LATE', 'DONE'] },
      { states: ['LATE'], dueThrough: '2025-06-14' },
    ],
  ])('%j: %j', (filter, expected) => {
    expect(conditions(filter)).toEqual(expected);
  });

  it('of all states where a last day stands only while something is to be done', () => {
    const always = { from: 'dueFrom', through: 'dueThrough' };
    expect(conditions({ overdue: true }, always)).toEqual({ dueThrough: '2025-06-14' });
    expect(conditions({ overdue: true, states: ['DONE'] }, always)).toEqual({
      states: ['DONE'],
      dueThrough: '2025-06-14',
    });
  });

  it.each([-1, 3_661])('not within %i days', (dueWithinDays) => {
    expect(() => conditions({ dueWithinDays })).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }),
    );
  });
});
