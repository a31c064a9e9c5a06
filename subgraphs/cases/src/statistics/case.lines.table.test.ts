import { OVERLAY_BITS, type OverlayName, evaluate, resolvePeriod, samePeriodLastYear } from '@thads/shared';
import { play } from '../testing/histories';
import { type Tree, totalsOver, treeOf } from '../testing/ledger';
import { recount, recountCoercions, recountDecisions } from '../testing/recount';
import { TWELVE_CASES, twelveCases } from '../testing/twelve-cases';
import { circularOn, counterLines } from './case.lines';

const THIS_YEAR = resolvePeriod({ workingYear: 2025, months: 9 });
const LAST_YEAR = samePeriodLastYear(THIS_YEAR);
const register = play(twelveCases);

function treesOf(overlay: OverlayName | null): [Tree, Tree] {
  const movements = register.movements.filter(
    ({ overlays }) => overlay === null || (overlays & OVERLAY_BITS[overlay]) !== 0,
  );
  return [LAST_YEAR, THIS_YEAR].map((period) => treeOf(period, totalsOver(movements, period))) as [Tree, Tree];
}

const grouped = (value: number): string => value.toLocaleString('en-US');

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_cell, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `  ${line}`)
    .join('\n');
}

function printed([before, now]: readonly [Tree, Tree]): string {
  const lines = Object.entries(circularOn(THIS_YEAR.through).lines).map(([name, { number, name: title }]) => {
    const [last, current] = [before, now].map((tree) => tree[name as keyof Tree]);
    return [number ?? '', title, ...[last!, current!].flatMap(({ cases, money }) => [grouped(cases), grouped(money)])];
  });
  const head = ['line', 'name', '9 m 2024', 'dong', '9 m 2025', 'dong'];
  return `\n${table([head, ...lines])}\n`;
}

test('all twelve cases are taken in as told', () => {
  expect(register.refusals).toEqual([]);
  expect(new Set(register.events.map(({ subject }) => subject)).size).toBe(12);
  const told = TWELVE_CASES.flatMap(({ what, overlays = [], happened }, nth) => [
    `  ${nth + 1}. ${what}${overlays.length > 0 ? ` [${overlays.join(', ')}]` : ''}`,
    ...happened.map(([day, type, amount]) => `       ${day}  ${type}${amount ? `  ${grouped(amount)}` : ''}`),
  ]);
  expect(`\n${told.join('\n')}\n`).toMatchSnapshot();
});

test('their whole statistical tree, nine months of working year 2025 beside the year before', () => {
  const trees = treesOf(null);
  expect(trees).toEqual([recount(twelveCases, LAST_YEAR), recount(twelveCases, THIS_YEAR)]);
  expect(printed(trees)).toMatchSnapshot();
});

test.each<OverlayName>(['STATE_BUDGET', 'CONVICTS', 'CREDIT_INSTITUTION', 'CORRUPTION_ECONOMIC'])(
  'the tree of the cases in %s alone',
  (overlay) => expect(printed(treesOf(overlay))).toMatchSnapshot(),
);

test('the decisions due and issued beside it: the one of 27 June falls due in July', () => {
  const counted = [LAST_YEAR, THIS_YEAR].map((period) => {
    const totals = totalsOver(register.movements, period);
    const { due, issued } = recountDecisions(twelveCases, period);
    expect(recountCoercions(twelveCases, period)).toEqual({ all: 0, withForces: 0 });
    expect(evaluate(counterLines.decisionsDue, totals).cases).toBe(due);
    expect(evaluate(counterLines.decisionsIssued, totals).cases).toBe(issued);
    return { due, issued };
  });
  expect(counted).toEqual([
    { due: 6, issued: 6 },
    { due: 4, issued: 4 },
  ]);
});
