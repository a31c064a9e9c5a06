import {
  readerOfAll,
  type LedgerFilter,
  NATION_ID,
  createTotalsReader,
  findScope,
  periodBetween,
  readPeriod,
  type ReportingPeriod,
} from '@thads/shared';
import fc from 'fast-check';
import type { CaseEvent } from './case/case.event';
import { casesRegister } from './register';
import { OFFICES, anyEvents, officeOf, play } from './testing/histories';
import { type Tree, treeOf } from './testing/ledger';
import { recount } from './testing/recount';
import { type TestRegister, openRegister, openedCase } from './testing/register.testkit';

// Thousands of statements: what a busy machine needs for them.
jest.setTimeout(240_000);

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.database.drop());
beforeEach(() => register.database.clear());

const SCOPES = [NATION_ID, 'VN34-15', 'VN34-38', 'VN63-10', 'VN63-15', ...OFFICES];
const PERIODS: readonly ReportingPeriod[] = [
  periodBetween('2023-10-01', '2024-09-30'),
  periodBetween('2024-10-01', '2025-06-30'),
  periodBetween('2023-08-15', '2023-09-15'),
];

async function read(scopeId: string, period: ReportingPeriod, filter: LedgerFilter = {}): Promise<Tree> {
  const reader = createTotalsReader(readerOfAll(register.database.dataSource), casesRegister);
  return treeOf(period, await readPeriod(reader, period, findScope(scopeId)!, filter));
}

/** Everything that is asked of every scope, for comparing. */
async function readAll(): Promise<Record<string, Tree>> {
  const asked = SCOPES.flatMap((scope) => PERIODS.map((period) => ({ scope, period })));
  const trees = await Promise.all(asked.map(({ scope, period }) => read(scope, period)));
  return Object.fromEntries(asked.map(({ scope, period }, nth) => [`${scope} ${period.label}`, trees[nth]!]));
}

function recountAll(events: readonly CaseEvent[]): Record<string, Tree> {
  const asked = SCOPES.flatMap((scope) => PERIODS.map((period) => ({ scope, period })));
  return Object.fromEntries(
    asked.map(({ scope, period }) => [
      `${scope} ${period.label}`,
      recount(
        events.filter((event) => isIn(event, scope)),
        period,
      ),
    ]),
  );
}

function isIn({ subject }: CaseEvent, scopeId: string): boolean {
  if (scopeId === 'VN34-15') return /^VN63-1[05]-/.test(subject);
  if (scopeId === 'VN34-38') return subject.startsWith('VN63-38-');
  return scopeId === NATION_ID || officeOf(subject) === scopeId || subject.startsWith(`${scopeId}-`);
}

/** Filters of the ledger, and what they mean for the event that opened a case. */
const FILTERS: readonly { filter: LedgerFilter; isMeant: (opening: CaseEvent) => boolean }[] = [
  { filter: { dimensions: { kind: 'CIVIL' } }, isMeant: ({ kind }) => kind === 'CIVIL' },
  { filter: { dimensions: { initiation: 'ON_REQUEST' } }, isMeant: ({ initiation }) => initiation === 'ON_REQUEST' },
  { filter: { overlay: 4 }, isMeant: ({ overlays }) => overlays!.includes('STATE_BUDGET') },
  {
    filter: { dimensions: { kind: null, initiation: 'EX_OFFICIO' }, overlay: 8 },
    isMeant: ({ initiation, overlays }) => initiation === 'EX_OFFICIO' && overlays!.includes('CONVICTS'),
  },
];

/** How a history arrives: in batches of these sizes, with a pass of the follower after some. */
const arrival = fc.array(fc.record({ size: fc.integer({ min: 1, max: 25 }), isFollowed: fc.boolean() }), {
  minLength: 1,
  maxLength: 10,
});

/** Cases in an order of their own; the events of each case stay in order. */
function interleaved(events: readonly CaseEvent[], order: readonly number[]): CaseEvent[] {
  const rank = (event: CaseEvent): number => order[Number(event.subject.split('-').at(-1)) % order.length]!;
  return [...events].sort((a, b) => rank(a) - rank(b));
}

describe('statistics read from the database', () => {
  test('are those of a count by hand for nation, 34, 63 and offices, however the events arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyEvents(8, 80),
        arrival,
        fc.array(fc.nat(9), { minLength: 1 }),
        async (sent, batches, order) => {
          await register.database.clear();
          const { events } = play(sent);
          const queue = interleaved(events, order);
          for (let nth = 0; queue.length > 0; nth += 1) {
            const { size, isFollowed } = batches[nth % batches.length]!;
            const outcomes = await register.submitter.submit(queue.splice(0, size), 'tester');
            expect(outcomes.filter(({ status }) => status !== 'ACCEPTED')).toEqual([]);
            if (isFollowed) await register.follower.pass();
          }
          expect(await readAll()).toEqual(recountAll(events));
          for (const { filter, isMeant } of FILTERS) {
            // A request says without words that it is one.
            const opened = new Map(
              events.flatMap((event) =>
                event.kind
                  ? [[event.subject, { ...event, initiation: event.initiation ?? 'ON_REQUEST' }] as const]
                  : [],
              ),
            );
            const those = events.filter(({ subject }) => isMeant(opened.get(subject)!));
            for (const period of PERIODS) {
              for (const scope of [NATION_ID, OFFICES[0]!]) {
                const counted = those.filter((event) => isIn(event, scope));
                expect(await read(scope, period, filter)).toEqual(recount(counted, period));
              }
            }
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  test('take and refuse events as the life cycle in memory does', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvents(4, 40), async (sent) => {
        await register.database.clear();
        const outcomes = await register.submitter.submit(sent, 'tester');
        const accepted = outcomes.filter(({ status }) => status === 'ACCEPTED').map(({ id }) => id);
        expect(accepted).toEqual(play(sent).events.map(({ id }) => id));
        expect(outcomes.flatMap(({ refusal }) => (refusal ? [refusal] : []))).toEqual(play(sent).refusals);
      }),
      { numRuns: 20 },
    );
  });

  test('are the same before a pass, while half is pending, and after', async () => {
    const { events } = play(
      fc.sample(anyEvents(8, 100), { seed: 11, numRuns: 20 }).reduce((a, b) => (a.length > b.length ? a : b)),
    );
    const half = Math.floor(events.length / 2);
    expect(half).toBeGreaterThan(10);
    await register.submitter.submit(events.slice(0, half), 'tester');
    const firstHalf = await readAll();
    expect(firstHalf).toEqual(recountAll(events.slice(0, half)));
    expect(await register.follower.pass()).toBe(half);
    expect(await readAll()).toEqual(firstHalf);
    await register.submitter.submit(events.slice(half), 'tester');
    expect(await register.counts()).toMatchObject({ pending: events.length - half, chain: half });
    const whole = recountAll(events);
    expect(await readAll()).toEqual(whole);
    await register.follower.pass();
    expect(await register.counts()).toMatchObject({ pending: 0, chain: events.length });
    expect(await readAll()).toEqual(whole);
  });

  test('of an overlay count the cases that are in it, those in several in each', async () => {
    const cases = [[], ['STATE_BUDGET'], ['STATE_BUDGET', 'CONVICTS'], ['CONVICTS']] as const;
    const events = cases.flatMap((overlays, nth) => {
      const [opening, classified] = openedCase(`VN63-10-01.C-${nth}`, 10 ** nth);
      return [{ ...opening!, overlays }, classified!];
    });
    await register.submitter.submit(events, 'tester');
    const period = periodBetween('2024-10-01', '2024-10-31');
    const handled = async (overlay: number | null) => (await read(NATION_ID, period, { overlay })).handled;
    for (const step of ['pending', 'folded']) {
      expect({
        step,
        all: await handled(null),
        budget: await handled(4),
        convicts: await handled(8),
        credit: await handled(1),
      }).toEqual({
        step,
        all: { cases: 4, money: 1_111 },
        budget: { cases: 2, money: 110 },
        convicts: { cases: 2, money: 1_100 },
        credit: { cases: 0, money: 0 },
      });
      await register.follower.pass();
    }
  });

  test('asked together are answered by one statement, with last year’s in it', async () => {
    const statements: string[] = [];
    const dataSource = await register.database.connect((sql) => void statements.push(sql));
    statements.length = 0;
    const reader = createTotalsReader(readerOfAll(dataSource), casesRegister);
    await Promise.all(SCOPES.slice(0, 5).map((scope) => readPeriod(reader, PERIODS[0]!, findScope(scope)!, {})));
    await readPeriod(reader, periodBetween('2022-10-01', '2023-09-30'), findScope('VN63-38')!, {});
    expect(statements).toHaveLength(1);
  });
});
