import {
  readerOfAll,
  type RegisterEvent,
  type Scope,
  addDays,
  brokenLinks,
  createTotalsReader,
  findScope,
  readPeriod,
  resolvePeriod,
  totalsOffLedger,
} from '@thads/shared';
import fc from 'fast-check';
import { PetitionKind } from './petition/petition.enums';
import type { PetitionEvent } from './petition/petition.event';
import { complaintsRegister } from './register';
import { compensationFigures } from './statistics/compensation-figures';
import { petitionFigures } from './statistics/petition-figures';
import { receptionFigures } from './statistics/reception-figures';
import { EVENT_TYPES, FIRST_DAY, anyEvents } from './testing/histories';
import { countCompensation, countPetitions, countReceptions, dueDays, historiesOf } from './testing/recount';
import { type TestRegister, openRegister } from './testing/register.testkit';

// Several hundred transactions each; a busy machine takes its time.
let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.database.drop());
beforeEach(() => register.database.clear());

const NATION = findScope('VN')!;
const OFFICE = findScope('VN63-10-01')!;
const KINDS = [null, ...Object.values(PetitionKind)];

type Histories = ReturnType<typeof historiesOf>;

const scopes = (histories: Histories): (readonly [Scope, Histories])[] => [
  [NATION, histories],
  [OFFICE, histories.filter(([first]) => first!.subject.startsWith(`${OFFICE.id}.`))],
];

const periods = fc
  .tuple(fc.integer({ min: -20, max: 300 }), fc.integer({ min: 0, max: 200 }))
  .map(([start, length]) => {
    const day = (offset: number): string =>
      new Date(Date.parse(FIRST_DAY) + offset * 86_400_000).toISOString().slice(0, 10);
    return resolvePeriod({ from: day(start), through: day(start + length) });
  });

/** Sent in batches of several sizes; those that were accepted, in order. */
async function accepted(events: readonly RegisterEvent[]): Promise<RegisterEvent[]> {
  const taken: RegisterEvent[] = [];
  for (let first = 0; first < events.length; first += 17) {
    const batch = events.slice(first, first + 17);
    const outcomes = await register.submitter.submit(batch, 'tester');
    taken.push(...batch.filter((_event, index) => outcomes[index]!.status === 'ACCEPTED'));
  }
  return taken;
}

/** Who sent the petitions that are there, as they are kept. */
function sendersIn(histories: Histories): { id: string; name: string }[] {
  return histories
    .flatMap(([first]) => {
      const { sender } = first as PetitionEvent;
      return sender ? [{ id: first!.subject, name: sender.name.trim() }] : [];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

test('the figures of any history are what a clerk counts from the events that were accepted', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      anyEvents(),
      fc.array(periods, { minLength: 3, maxLength: 3 }),
      fc.nat(),
      fc.boolean(),
      async (events, anyPeriods, nth, isFolded) => {
        await register.database.clear();
        const taken = await accepted(events);
        for (const { type } of taken) seen.add(type);
        while (isFolded && (await register.follower.pass()) > 0);
        const histories = historiesOf(taken);
        const reader = createTotalsReader(readerOfAll(register.database.dataSource), complaintsRegister);
        const days = dueDays(histories);
        const due = days[nth % days.length]!;
        const edges = [due, days.at(-1)!].flatMap((day) => [day, addDays(day, 1)]);
        const asked = [...anyPeriods, ...edges.map((through) => resolvePeriod({ from: FIRST_DAY, through }))];
        const figures = asked.flatMap((period) =>
          scopes(histories).flatMap(([scope, those]) => [
            ...KINDS.map(async (kind) => ({
              asked: [period, scope.id, kind],
              read: petitionFigures(await readPeriod(reader, period, scope, { dimensions: { kind } })),
              counted: expect.objectContaining(countPetitions(those, period, kind)),
            })),
            readPeriod(reader, period, scope, {}).then((totals) => ({
              asked: [period, scope.id, 'receptions, compensation'],
              read: [receptionFigures(totals), compensationFigures(totals)],
              counted: [countReceptions(those, period), countCompensation(those, period)],
            })),
          ]),
        );
        expect(await register.rows('select id, name from complaints.petition_sender order by id')).toEqual(
          sendersIn(histories),
        );
        for (const { asked: question, read, counted } of await Promise.all(figures)) {
          expect({ question, figures: read }).toEqual({ question, figures: counted });
        }
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
  expect([...seen].sort()).toEqual(expect.arrayContaining(EVENT_TYPES));
  while ((await register.follower.pass()) > 0);
  expect(await register.rows(totalsOffLedger(complaintsRegister, 'ALL'))).toEqual([]);
  expect(await register.rows(brokenLinks('complaints'))).toEqual([]);
});

test('the same events sent twice at once have one effect', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents(40), async (events) => {
      await register.database.clear();
      const taken = await accepted(events);
      fc.pre(taken.length > 0);
      const movements = () =>
        register.rows(
          `select slot, kind, on_date::text, sum(count)::int as count, sum(money)::int as money
           from complaints.movement group by 1, 2, 3 order by 1, 2, 3`,
        );
      const expected = await movements();
      await register.database.clear();
      const both = await Promise.all([register.submit(...taken), register.submit(...taken)]);
      for (const [index] of taken.entries()) {
        expect(both.map((told) => told[index]!.split(' ')[0]).sort()).toEqual(['ACCEPTED', 'DUPLICATE']);
      }
      expect(await movements()).toEqual(expected);
    }),
    { numRuns: 10, endOnFailure: true },
  );
});
