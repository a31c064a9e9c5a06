import { findOffice, territories } from '@thads/shared';
import { billion } from '../amounts';
import { provincePlans } from '../cases/plan';
import type { Tally } from '../tally';
import type { History } from '../event';
import { nationEntries } from './report-entries';

interface Line {
  readonly slot: string;
  readonly count: number;
  readonly money?: number;
  readonly overlays?: readonly string[];
}

const entries = nationEntries(1);
const linesOf = (histories: readonly History[], from = '0000', through = '9999'): Line[] =>
  histories
    .flat()
    .filter(({ occurredOn }) => occurredOn >= from && occurredOn <= through)
    .flatMap(({ reportLines }) => reportLines as Line[]);

function sumOf(lines: readonly Line[], ...slots: string[]): Tally {
  const those = lines.filter(({ slot }) => slots.includes(slot));
  return {
    cases: those.reduce((sum, { count }) => sum + count, 0),
    money: those.reduce((sum, { money = 0 }) => sum + money, 0),
  };
}

const plus = (...tallies: readonly Tally[]): Tally => ({
  cases: tallies.reduce((sum, { cases }) => sum + cases, 0),
  money: tallies.reduce((sum, { money }) => sum + money, 0),
});

/** The working year 2024 of the provinces with whole cases, as their plans report it. */
function ofPlans(key: 'completed' | 'withConditions', overlay?: string): Tally {
  return plus(
    ...provincePlans
      .flatMap(({ populations }) => populations)
      .filter(({ overlays }) => overlay === undefined || (overlays as readonly string[]).includes(overlay))
      .map(({ years }) => years.find(({ from }) => from === '2023-10-01')!.rows.at(-1)![key]),
  );
}

describe('the report entries of the nation', () => {
  const year = linesOf(entries.cases, '2023-10-01', '2024-09-30');
  const all = linesOf(entries.cases);

  test('bring the completed of 2024 to 621,568 cases and 117,349 billion, with the whole-case provinces', () => {
    expect(plus(sumOf(year, 'COMPLETED', 'TERMINATED'), ofPlans('completed'))).toEqual({
      cases: 621_568,
      money: billion(117_349),
    });
  });

  test('bring those with conditions to 741,240 cases and 228,040 billion', () => {
    const completed = sumOf(year, 'COMPLETED', 'TERMINATED');
    expect(plus(completed, sumOf(all, 'IN_PROGRESS'), ofPlans('withConditions'))).toEqual({
      cases: 741_240,
      money: billion(228_040),
    });
  });

  test('bring corruption and economic cases to 9,211 completed and 22,177 billion', () => {
    const corruption = year.filter(({ overlays }) => overlays!.includes('CORRUPTION_ECONOMIC'));
    expect(plus(sumOf(corruption, 'COMPLETED', 'TERMINATED'), ofPlans('completed', 'CORRUPTION_ECONOMIC'))).toEqual({
      cases: 9_211,
      money: billion(22_177),
    });
  });

  test('come from every territory without whole cases and from no other', () => {
    const reporting = entries.cases.flat().map(({ subject }) => findOffice(subject.split('.')[0]!)!.territory);
    const whole = provincePlans.map(({ territory }) => territory);
    expect([...new Set(reporting)].sort((a, b) => a - b)).toEqual(
      territories.filter((territory) => !whole.includes(territory)),
    );
  });

  test('never let a slot of an office fall below nothing', () => {
    for (const history of [...entries.cases, ...entries.recovery, ...entries.petitions]) {
      const slots = new Map<string, Tally>();
      for (const { reportLines } of history) {
        for (const { slot, count, money = 0 } of reportLines as Line[]) {
          const sum = plus(slots.get(slot) ?? { cases: 0, money: 0 }, { cases: count, money });
          slots.set(slot, sum);
        }
        const negative = [...slots].filter(([, { cases, money }]) => cases < 0 || money < 0);
        expect({ subject: history[0]!.subject, negative }).toEqual({ subject: history[0]!.subject, negative: [] });
      }
    }
  });

  test('are the same for the same seed and others for another', () => {
    expect(nationEntries(1)).toEqual(entries);
    expect(nationEntries(2)).not.toEqual(entries);
  });
});
