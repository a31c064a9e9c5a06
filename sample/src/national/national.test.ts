import { createHash } from 'node:crypto';
import { provinces34 } from '@thads/shared';
import type { SampleEvent } from '../event';
import type { RegisterName } from './event-ids';
import { type NationalPart, nationalChapters } from './sections';
import { nationalTerritories } from './shape';

const TINY: NationalPart = { workingYears: 1, seed: 7, scale: 0.004, territories: [] };

interface Made {
  readonly register: RegisterName;
  readonly history: readonly SampleEvent[];
}

function make(part: NationalPart): Made[] {
  return nationalChapters(part).flatMap(({ sections }) =>
    sections.flatMap(({ register, histories }) => [...histories].map((history) => ({ register, history }))),
  );
}

function digestOf(part: NationalPart): string {
  const hash = createHash('sha256');
  for (const { register, history } of make(part)) hash.update(register + JSON.stringify(history));
  return hash.digest('hex');
}

const made = make(TINY);
const of = (register: RegisterName) => made.filter((one) => one.register === register).map(({ history }) => history);
const cases = of('cases').filter(([first]) =>
  /^(JUDGMENT_RECEIVED|REQUEST_FILED|ENTRUSTMENT_RECEIVED)$/.test(first!.type),
);
const decided = cases.filter(([first]) => first!.type !== 'ENTRUSTMENT_RECEIVED');
const amountOf = (history: readonly SampleEvent[]): number =>
  history.find(({ type }) => type === 'DECISION_ISSUED' || type === 'ENTRUSTMENT_RECEIVED')!.amount as number;
const territoryOf = (subject: string): number => Number(subject.slice(5, 7));
const share = (part: number, whole: number): number => part / whole;

/** Dong that a case's events say were paid or remitted. */
function enforced(history: readonly SampleEvent[]): number {
  const paid = history.reduce((sum, { type, amount }) => sum + (type === 'MONEY_PAID' ? (amount as number) : 0), 0);
  return history.some(({ type }) => type === 'COMPLETED') ? amountOf(history) : paid;
}

describe('the national sample', () => {
  test('is the same for the same seed, event by event, and another for another', () => {
    const small = { ...TINY, scale: 0.001, territories: [79, 10] };
    expect(digestOf(small)).toBe(digestOf(small));
    expect(digestOf({ ...small, seed: 8 })).not.toBe(digestOf(small));
  });

  test('with more years is the same sample with older years behind it', () => {
    const one = { ...TINY, scale: 0.001, territories: [10] };
    const two = make({ ...one, workingYears: 2 });
    const first = make(one);
    expect(two.slice(0, first.length)).toEqual(first);
    const older = two.slice(first.length).flatMap(({ history }) => history);
    expect(older.some(({ occurredOn }) => occurredOn < '2024-09-01')).toBe(true);
  });

  test('gives every event an id of its own in its register, ascending in the order of loading', () => {
    for (const register of ['cases', 'recovery', 'complaints', 'inspections'] as const) {
      const ids = make({ ...TINY, scale: 0.001, workingYears: 2, territories: [79, 10] })
        .filter((one) => one.register === register)
        .flatMap(({ history }) => history.map(({ id }) => id));
      expect([register, [...new Set(ids)].sort()]).toEqual([register, ids]);
    }
  });

  test('gives every subject one history', () => {
    const subjects = made.map(({ register, history }) => `${register} ${history[0]!.subject}`);
    expect(new Set(subjects).size).toBe(subjects.length);
    expect(made.filter(({ history }) => new Set(history.map(({ subject }) => subject)).size !== 1)).toEqual([]);
  });

  test('has nothing after its last working year', () => {
    const late = made.flatMap(({ history }) => history).filter(({ occurredOn }) => occurredOn > '2025-09-30');
    expect(late).toEqual([]);
  });

  test('has about seven events a case, 1,000,000 new cases a year by its scale, and cases of all provinces and kinds', () => {
    expect(share(cases.flat().length, cases.length)).toBeGreaterThan(5.5);
    expect(share(cases.flat().length, cases.length)).toBeLessThan(8);
    expect(Math.abs(decided.length - 1_000_000 * TINY.scale)).toBeLessThan(50);
    expect(new Set(decided.map(([first]) => first!.kind)).size).toBe(9);
    const territories = new Set(decided.map(([first]) => territoryOf(first!.subject)));
    expect(provinces34.filter((province) => !province.territories.some((one) => territories.has(one)))).toEqual([]);
  });

  test('has 9% of the cases in Ho Chi Minh City, with amounts that make it over a quarter of the money', () => {
    const hoChiMinhCity = nationalTerritories.find(({ number }) => number === 79)!;
    expect(hoChiMinhCity.share).toBeCloseTo(0.09, 2);
    const weighed = nationalTerritories.reduce((sum, one) => sum + one.share * one.amounts, 0);
    expect((hoChiMinhCity.share * hoChiMinhCity.amounts) / weighed).toBeGreaterThan(0.25);
  });

  test('has the special categories in their proportions, overlapping', () => {
    const withOverlay = (overlay: string): number =>
      share(
        decided.filter(([first]) => (first!.overlays as string[] | undefined)?.includes(overlay)).length,
        decided.length,
      );
    expect(withOverlay('CREDIT_INSTITUTION')).toBeCloseTo(0.015, 2);
    expect(withOverlay('CORRUPTION_ECONOMIC')).toBeCloseTo(0.007, 2);
    expect(withOverlay('STATE_BUDGET')).toBeCloseTo(0.134, 1);
    expect(withOverlay('CONVICTS')).toBeCloseTo(0.05, 1);
    expect(decided.some(([first]) => ((first!.overlays as string[] | undefined) ?? []).length > 1)).toBe(true);
  });

  test('passes on every case that is entrusted out: what was still owed is a new case elsewhere', () => {
    const sent = cases
      .filter((history) => history.some(({ type }) => type === 'ENTRUSTED_OUT'))
      .map((history) => amountOf(history) - enforced(history));
    const received = cases.filter(([first]) => first!.type === 'ENTRUSTMENT_RECEIVED').map(amountOf);
    expect(sent.length).toBeGreaterThan(10);
    expect(received.sort()).toEqual(sent.sort());
  });

  test('has receipts for exactly the money that cases of special categories count as enforced', () => {
    const special = cases.filter(([first]) => ((first!.overlays as string[] | undefined) ?? []).length > 0);
    const inCases = special.reduce((sum, history) => sum + enforced(history), 0);
    const receipts = of('recovery')
      .flat()
      .filter(({ type }) => type === 'RECEIPT_RECORDED');
    expect(inCases).toBeGreaterThan(0);
    expect(receipts.reduce((sum, { amount }) => sum + (amount as number), 0)).toBe(inCases);
  });

  test('withdraws nothing upward once there is one local level only', () => {
    const withdrawn = make({ ...TINY, workingYears: 2, territories: [79, 1, 74, 75] })
      .flatMap(({ history }) => history)
      .filter(({ type }) => type === 'WITHDRAWN_UPWARD');
    expect(withdrawn.length).toBeGreaterThan(0);
    expect(withdrawn.filter(({ occurredOn }) => occurredOn >= '2025-07-01')).toEqual([]);
  });
});
