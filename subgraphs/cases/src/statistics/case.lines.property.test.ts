import {
  type Amount,
  type IsoDate,
  OVERLAY_BITS,
  type ReportingPeriod,
  addDays,
  addTotals,
  evaluate,
  findScope,
  lastDayOfMonth,
  officeOfSubject,
  percentOf,
  periodBetween,
  resolvePeriod,
} from '@thads/shared';
import fc from 'fast-check';
import type { CaseEvent } from '../case/case.event';
import { FIRST_DAY, type Played, anyEvents, daysOf, officeOf, play } from '../testing/histories';
import { formalities } from '../testing/formalities';
import { type Tree, totalsOver, totalsThrough, treeOf } from '../testing/ledger';
import { historiesOf, recount, recountCoercions, recountDecisions } from '../testing/recount';
import { counterLines } from './case.lines';

const anyPeriod = fc
  .tuple(fc.integer({ min: -40, max: 900 }), fc.nat(400))
  .map(([start, length]) => periodBetween(addDays(FIRST_DAY, start), addDays(FIRST_DAY, start + length)));

const treeOver = ({ movements }: Pick<Played, 'movements'>, period: ReportingPeriod): Tree =>
  treeOf(period, totalsOver(movements, period));

/** Periods that begin or end exactly where something happens. */
function edgesOf(played: Played): ReportingPeriod[] {
  return daysOf(played)
    .slice(0, 30)
    .flatMap((day) => [periodBetween(day, addDays(day, 40)), periodBetween(addDays(day, -40), day)]);
}

function sum(...amounts: readonly Amount[]): Amount {
  return amounts.reduce((a, b) => ({ cases: a.cases + b.cases, money: a.money + b.money }));
}

const FLOWS = [
  'newlyReceived',
  'entrusted',
  'revoked',
  'withdrawnUpward',
  'separated',
  'deducted',
  'fullyEnforced',
  'terminated',
  'reduced',
  'completed',
] as const;

describe('the statistical tree, of any register over any period', () => {
  test('is line by line what counting the cases by hand gives', () => {
    fc.assert(
      fc.property(anyEvents(), anyPeriod, (events, period) => {
        const played = play(events);
        for (const asked of [period, ...edgesOf(played)]) {
          expect({ asked, ...treeOver(played, asked) }).toEqual({ asked, ...recount(played.events, asked) });
        }
      }),
      { numRuns: 150 },
    );
  });

  test('filtered by overlay, kind or initiation is what counting only those cases gives', () => {
    fc.assert(
      fc.property(anyEvents(), anyPeriod, (events, period) => {
        const { events: accepted, movements, states } = play(events);
        const bit = OVERLAY_BITS.STATE_BUDGET;
        const those = (keep: (event: CaseEvent) => boolean): Tree => recount(accepted.filter(keep), period);
        const of = ({ subject }: CaseEvent) => states.get(subject)!;
        expect(treeOver({ movements: movements.filter(({ overlays }) => (overlays & bit) !== 0) }, period)).toEqual(
          those((event) => (of(event).overlays & bit) !== 0),
        );
        expect(
          treeOver({ movements: movements.filter(({ dimensions }) => dimensions['kind'] === 'CIVIL') }, period),
        ).toEqual(those((event) => of(event).kind === 'CIVIL'));
        expect(
          treeOver(
            { movements: movements.filter(({ dimensions }) => dimensions['initiation'] === 'EX_OFFICIO') },
            period,
          ),
        ).toEqual(those((event) => of(event).initiation === 'EX_OFFICIO'));
      }),
    );
  });

  test('keeps that the parts sum to the whole, in cases and in money', () => {
    fc.assert(
      fc.property(anyEvents(), anyPeriod, (events, period) => {
        const tree = treeOver(play(events), period);
        expect(tree.handled).toEqual(sum(tree.carriedOver, tree.newlyReceived));
        expect(tree.deducted).toEqual(sum(tree.entrusted, tree.revoked, tree.withdrawnUpward, tree.separated));
        expect(tree.handled).toEqual(sum(tree.deducted, tree.toBeEnforced));
        expect(tree.toBeEnforced).toEqual(sum(tree.withConditions, tree.notYetWithConditions));
        expect(tree.withConditions).toEqual(
          sum(
            tree.fullyEnforced,
            tree.terminated,
            tree.inProgress,
            tree.postponedByConsent,
            tree.reduced,
            tree.otherWithConditions,
          ),
        );
        expect(tree.notYetWithConditions).toEqual(sum(tree.notYetDecided, tree.postponed, tree.suspended));
        expect(tree.completed).toEqual(sum(tree.fullyEnforced, tree.terminated, tree.reduced));
        expect(tree.toBeEnforced).toEqual(sum(tree.carriedForward, tree.completed));
        expect(tree.carriedForward).toEqual(sum(tree.carriedWithConditions, tree.carriedNotYet));
        expect(tree.withConditions).toEqual(sum(tree.carriedWithConditions, tree.completed));
        expect(tree.carriedNotYet).toEqual(tree.notYetWithConditions);
      }),
    );
  });

  test('keeps opening + in − out = closing, and hands its closing stock to the next period', () => {
    fc.assert(
      fc.property(anyEvents(), anyPeriod, fc.nat(300), (events, period, length) => {
        const played = play(events);
        const tree = treeOver(played, period);
        expect(sum(tree.carriedOver, tree.newlyReceived)).toEqual(
          sum(tree.carriedForward, tree.completed, tree.entrusted, tree.revoked, tree.withdrawnUpward, tree.separated),
        );
        const first = addDays(period.through, 1);
        expect(treeOver(played, periodBetween(first, addDays(first, length))).carriedOver).toEqual(tree.carriedForward);
      }),
    );
  });

  test('has no negative line', () => {
    fc.assert(
      fc.property(anyEvents(), anyPeriod, (events, period) => {
        const played = play(events);
        for (const asked of [period, ...edgesOf(played)]) {
          const negative = Object.entries(treeOver(played, asked)).filter(([, one]) => one.cases < 0 || one.money < 0);
          expect({ asked, negative }).toEqual({ asked, negative: [] });
        }
      }),
    );
  });

  test('counts in twelve months what it counts in the year', () => {
    fc.assert(
      fc.property(anyEvents(8, 100), fc.constantFrom(2024, 2025), (events, workingYear) => {
        const played = play(events);
        const year = treeOver(played, resolvePeriod({ workingYear }));
        const months = Array.from({ length: 12 }, (_, index) => {
          const [of, month] = index < 3 ? [workingYear - 1, index + 10] : [workingYear, index - 2];
          const from: IsoDate = `${of}-${String(month).padStart(2, '0')}-01`;
          return treeOver(played, periodBetween(from, lastDayOfMonth(of, month)));
        });
        for (const name of FLOWS) {
          expect({ name, ...sum(...months.map((tree) => tree[name])) }).toEqual({ name, ...year[name] });
        }
      }),
    );
  });

  test('of a merged province is the sum of its predecessors', () => {
    fc.assert(
      fc.property(anyEvents(), anyPeriod, (events, period) => {
        const { movements } = play(events);
        const inScope = (id: string) => {
          const { territories } = findScope(id)!;
          return movements.filter(({ office }) => territories.includes(officeOfSubject(`${office}.x`)!.territory));
        };
        const parts = ['VN63-10', 'VN63-15'].map(inScope);
        const merged = treeOver({ movements: inScope('VN34-15') }, period);
        for (const [name, amount] of Object.entries(merged)) {
          const [a, b] = parts.map((part) => treeOver({ movements: part }, period)[name as keyof Tree]);
          expect({ name, ...amount }).toEqual({ name, ...sum(a!, b!) });
        }
        const apart = addTotals(parts.map((part) => totalsThrough(part, period.through)));
        expect(new Map([...apart].sort())).toEqual(
          new Map([...totalsThrough(inScope('VN34-15'), period.through)].sort()),
        );
      }),
    );
  });

  test('does not depend on which case was sent in first', () => {
    fc.assert(
      fc.property(anyEvents(), anyPeriod, (events, period) => {
        const { events: accepted } = play(events);
        const caseByCase = historiesOf(accepted).reverse().flat();
        const again = play(caseByCase);
        expect(again.refusals).toEqual([]);
        expect(treeOver(again, period)).toEqual(treeOver(play(accepted), period));
      }),
    );
  });
});

describe('the counters beside the tree', () => {
  test('are what counting by hand gives, and issued decisions are a part of those due', () => {
    fc.assert(
      fc.property(anyEvents(), anyPeriod, (events, period) => {
        const played = play(events);
        for (const asked of [period, ...edgesOf(played)]) {
          const totals = totalsOver(played.movements, asked);
          const counted = Object.fromEntries(
            Object.entries(counterLines).map(([name, line]) => [name, evaluate(line, totals).cases]),
          );
          const { due, issued } = recountDecisions(played.events, asked);
          const { all, withForces } = recountCoercions(played.events, asked);
          expect({ asked, ...counted }).toEqual({
            asked,
            decisionsDue: due,
            decisionsIssued: issued,
            securityMeasures: played.events.filter(
              ({ type, occurredOn }) =>
                type === 'SECURITY_MEASURE_APPLIED' && asked.from <= occurredOn && occurredOn <= asked.through,
            ).length,
            coercions: all,
            coercionsWithForces: withForces,
          });
          const rate = percentOf(counted['decisionsIssued']!, counted['decisionsDue']!);
          expect(rate === null || (rate >= 0 && rate <= 100)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('an overdue decision stays due in the month it fell due, though the judgment is sent back later', () => {
    const received = { kind: 'CIVIL', initiation: 'EX_OFFICIO' } as const;
    const subject = 'VN63-10-01.C-1';
    const { movements, refusals } = play([
      { id: '1', subject, type: 'JUDGMENT_RECEIVED', occurredOn: '2024-09-20', ...received },
      { id: '2', subject, type: 'REVOKED', occurredOn: '2024-10-08', ...formalities('REVOKED') },
    ]);
    const due = (from: IsoDate, through: IsoDate): number =>
      evaluate(counterLines.decisionsDue, totalsOver(movements, periodBetween(from, through))).cases;
    expect(refusals).toEqual([]);
    expect([due('2024-09-01', '2024-09-30'), due('2024-10-01', '2024-10-31')]).toEqual([1, 0]);
  });
});

test('an office is where its cases were opened', () => {
  expect(officeOf('VN63-10-01.C-1')).toBe('VN63-10-01');
});
