import {
  ALL_ROWS,
  readerOfAll,
  type IsoDate,
  NATION_ID,
  type ReportingPeriod,
  addDays,
  createTotalsReader,
  evaluate,
  findScope,
  inTransaction,
  periodBetween,
  readPeriod,
  registerChecks,
} from '@thads/shared';
import fc from 'fast-check';
import { inspectionsRegister } from './register';
import { bodyLines, inspectionLines, outsideLines } from './statistics/inspection.lines';
import { FIRST_DAY, Standing, type Wish, wishes } from './testing/histories';
import { type AnyEvent, recount } from './testing/recount';
import { type TestRegister, openRegister } from './testing/register.testkit';

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.database.drop());

const LINES = {
  ...inspectionLines,
  ...outsideLines,
  ...Object.fromEntries(
    Object.entries(bodyLines).flatMap(([body, lines]) =>
      Object.entries(lines).map(([name, line]) => [`${body} ${name}`, line]),
    ),
  ),
};
const SCOPES = [NATION_ID, 'VN63-10', 'VN63-38', 'VN63-10-01'];
const PERIODS: readonly ReportingPeriod[] = [
  periodBetween('2024-10-01', '2025-09-30'),
  periodBetween('2024-12-10', '2025-01-20'),
  periodBetween('2025-02-01', '2025-03-31'),
];

const isIn = ({ subject }: AnyEvent, scope: string): boolean =>
  scope === NATION_ID || subject.startsWith(scope.length > 7 ? `${scope}.` : `${scope}-`);

async function figures(scope: string, period: ReportingPeriod): Promise<Record<string, number>> {
  const reader = createTotalsReader(readerOfAll(register.database.dataSource), inspectionsRegister);
  const totals = await readPeriod(reader, period, findScope(scope)!, {});
  return Object.fromEntries(Object.entries(LINES).map(([name, line]) => [name, evaluate(line, totals).cases]));
}

/** Last days on which something is in time, and the days after. */
function turningDays(events: readonly AnyEvent[]): IsoDate[] {
  const TIMES: Readonly<Record<string, number>> = { PROTEST_RECEIVED: 15, PROTEST_REFERRED_UPWARD: 30 };
  const last = events.flatMap(({ type, occurredOn, dueOn }) => {
    const days = TIMES[type];
    return days === undefined ? ((dueOn as IsoDate | undefined) ?? []) : addDays(occurredOn, days);
  });
  return [...new Set(last.flatMap((day) => [day, addDays(day, 1)]))].slice(0, 16);
}

/** Sends what the wishes become, one by one, some of them by two senders at once. */
async function play(steps: readonly Wish[]): Promise<Standing> {
  const standing = new Standing();
  let day = FIRST_DAY;
  for (const wish of steps) {
    day = addDays(day, wish.days);
    const event = standing.eventFor(wish, day);
    if (!event) continue;
    const senders = wish.isSentTwice ? ['one', 'other'] : ['one'];
    const outcomes = await Promise.all(senders.map((sender) => register.submitter.submit([event], sender)));
    const statuses = outcomes.map(([outcome]) => outcome!.status).sort();
    const isAccepted = statuses.includes('ACCEPTED');
    const expected = isAccepted ? ['ACCEPTED', 'DUPLICATE'] : ['REFUSED', 'REFUSED'];
    expect(statuses).toEqual(expected.slice(0, senders.length));
    if (isAccepted) {
      expectReferences(event, standing);
      standing.accept(event);
    }
    if (wish.isFollowed) await register.follower.pass();
  }
  return standing;
}

/** What was accepted refers to what has happened, told by the events and not by any state. */
function expectReferences({ type, subject, occurredOn, inspection, plan, kind }: AnyEvent, { held }: Standing): void {
  const naming = (field: string): AnyEvent[][] => [...held.values()].filter(([first]) => first?.[field] === subject);
  const lastOf = (history: AnyEvent[], ...types: readonly string[]): string =>
    history.findLast((one) => types.includes(one.type))!.type;
  if (type === 'CONCLUSION_FOLLOW_UP_ENDED') {
    const withDueDay = naming('inspection').filter(([recorded]) => recorded!['recommendation']);
    expect(withDueDay.map((one) => lastOf(one, 'FINDING_RECORDED', 'RECOMMENDATION_VERIFIED_CLOSED'))).toEqual(
      withDueDay.map(() => 'RECOMMENDATION_VERIFIED_CLOSED'),
    );
  }
  if (type === 'PLAN_CLOSED') {
    const ends = ['CONCLUSION_FOLLOW_UP_ENDED', 'INSPECTION_CANCELLED'];
    expect(naming('plan').filter((one) => !ends.includes(lastOf(one, 'INSPECTION_PLANNED', ...ends)))).toEqual([]);
  }
  if (type === 'FINDING_RECORDED') {
    const conducted = held.get(inspection as string)!.find((one) => one.type.endsWith('INSPECTION_CONDUCTED'));
    expect(conducted && conducted.occurredOn <= occurredOn).toBe(true);
  }
  if (type === 'INSPECTION_PLANNED' && plan) {
    const [drafted] = held.get(plan as string)!;
    expect([drafted!['kind'], held.get(plan as string)!.some((one) => one.type === 'PLAN_ISSUED')]).toEqual([
      kind,
      true,
    ]);
  }
}

test('after every history the statistics are what a recount of its events gives, and the same event twice at once is one', async () => {
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(wishes, async (steps) => {
      await register.database.clear();
      const standing = await play(steps);
      const events = [...standing.held.values()].flat();
      accepted += events.length;
      const asked = [
        ...SCOPES.flatMap((scope) => PERIODS.map((period) => ({ scope, period }))),
        ...turningDays(events).map((day) => ({ scope: NATION_ID, period: periodBetween('2024-10-01', day) })),
      ];
      const told = await Promise.all(asked.map(({ scope, period }) => figures(scope, period)));
      for (const [nth, { scope, period }] of asked.entries()) {
        const inScope = events.filter((event) => isIn(event, scope));
        expect([scope, period.label, told[nth]]).toEqual([scope, period.label, recount(inScope, period)]);
      }
      while ((await register.follower.pass()) > 0);
      await inTransaction(register.database.dataSource, ALL_ROWS, async (runner) => {
        for (const check of registerChecks(inspectionsRegister)) {
          expect([check.sentence, await check.count(runner)]).toEqual([check.sentence, 0]);
        }
      });
    }),
    { numRuns: 5, endOnFailure: true },
  );
  // The histories are worth the name.
  expect(accepted).toBeGreaterThan(50);
});
