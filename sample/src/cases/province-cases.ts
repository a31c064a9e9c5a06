import { addDays, daysBetween, officesOf, provinces63 } from '@thads/shared';
import type { History, SampleEvent } from '../event';
import { type Random, createRandom, eventId } from '../random';
import { assign } from './assign';
import { CaseHistory } from './case-events';
import { partiesOf } from './parties';
import type { Population, ProvincePlan } from './plan';
import { segmentsOf } from './segments';
import { splitMoney } from '../amounts';

const OFFICERS_PER_OFFICE = 6;
const ELSEWHERE = 'VN63-01-01';

/** Kinds of judgment by population; by weight. */
const KINDS: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  G: [
    ['CIVIL', 40],
    ['CRIMINAL', 12],
    ['MARRIAGE_FAMILY', 34],
    ['BUSINESS_COMMERCE', 8],
    ['LABOUR', 2],
    ['ADMINISTRATIVE', 1],
    ['BANKRUPTCY', 1],
    ['OTHER', 2],
  ],
  CI: [
    ['CIVIL', 60],
    ['BUSINESS_COMMERCE', 40],
  ],
};
const CRIMINAL = [['CRIMINAL', 1]] as const;
const EX_OFFICIO_SHARE: Readonly<Record<string, number>> = { G: 0.35, CI: 0 };

/** A province's whole cases with everything that happened to them. */
export interface ProvinceCases {
  readonly officers: readonly History[];
  readonly cases: readonly CaseHistory[];
  readonly others: readonly History[];
}

export function provinceCases(plan: ProvincePlan, seed: number): ProvinceCases {
  const random = createRandom(seed + plan.territory);
  const province = provinces63.find(({ territories }) => territories[0] === plan.territory)!;
  const offices = officesOf(province).map(({ id }) => [id, 0.5 + random.next()] as const);
  const officers = offices.map(([office]) => officersOf(office));
  // Names are drawn apart: with or without them, everything else is the same.
  const names = createRandom(seed + 1_000 + plan.territory);
  const write = (population: Population): CaseHistory[] => casesOf(population, offices, random, names);
  const cases = plan.populations.flatMap(write);
  decideCoercions(plan, cases, random);
  return { officers, cases, others: [...undecided(plan, offices[0]![0]), ...targets(plan, province.id)] };
}

function officerId(office: string, nth: number): string {
  return `${office}.CHV-${String(nth).padStart(3, '0')}`;
}

function officersOf(office: string): SampleEvent[] {
  return Array.from({ length: OFFICERS_PER_OFFICE }, (_, index) => {
    const subject = officerId(office, index + 1);
    return {
      id: eventId(subject, 0),
      subject,
      type: 'OFFICER_APPOINTED',
      occurredOn: '2015-01-05',
      name: `Chấp hành viên giả định ${subject.slice(5, 10)}/${index + 1}`,
      grade: ['JUNIOR', 'JUNIOR', 'JUNIOR', 'INTERMEDIATE', 'INTERMEDIATE', 'SENIOR'][index]!,
    };
  });
}

function casesOf(
  { name, overlays, opening, years }: Population,
  offices: readonly (readonly [string, number])[],
  random: Random,
  names: Random,
): CaseHistory[] {
  const all: CaseHistory[] = [];
  const start = (decidedOn: string, amount: number): CaseHistory => {
    const office = random.weighted(offices);
    const officer = officerId(office, 1 + random.below(OFFICERS_PER_OFFICE));
    const history = new CaseHistory(`${office}.${name}-${String(all.length + 1).padStart(6, '0')}`, officer);
    const kind = random.weighted(KINDS[name] ?? CRIMINAL);
    const exOfficio = random.next() < (EX_OFFICIO_SHARE[name] ?? 1);
    const opening = { kind, initiation: exOfficio ? 'EX_OFFICIO' : 'ON_REQUEST', overlays: [...overlays] };
    history.open(decidedOn, amount, { ...opening, ...partiesOf(opening, names) }, random);
    all.push(history);
    return history;
  };

  const before = { from: addDays(years[0]!.from, -400), through: addDays(years[0]!.from, -1) };
  const beforeSegment = { ...before, newlyReceived: { cases: 0, money: 0 }, outcomes: {} as never };
  for (const [outcome, { cases, money }] of [
    ['WITH', opening.withConditions],
    ['NOT_YET', opening.notYet],
  ] as const) {
    for (const amount of splitMoney(money, cases, random, 200_000)) {
      start(addDays(before.from, random.below(340)), amount).reach(outcome, beforeSegment, random, ELSEWHERE);
    }
  }
  for (const segment of segmentsOf({ name, overlays, opening, years })) {
    const { ofOpen, ofNew } = assign(
      all.filter(({ isOpen }) => isOpen),
      segment,
      random,
    );
    for (const { open, outcome } of ofOpen) open.reach(outcome, segment, random, ELSEWHERE);
    const length = daysBetween(segment.from, segment.through) + 1;
    for (const { outcome, amount, partPaid } of ofNew) {
      const history = start(addDays(segment.from, random.below(length)), amount + partPaid);
      if (partPaid > 0) history.pay(partPaid, history.lastOn);
      history.reach(outcome, segment, random, ELSEWHERE);
    }
  }
  return all;
}

/** Coercion decisions go to cases that are classified with conditions, right after the classification. */
function decideCoercions({ coercions }: ProvincePlan, cases: readonly CaseHistory[], random: Random): void {
  for (const { from, through, all, withForces } of coercions) {
    const suited = cases.filter(({ events }) =>
      events.some(
        ({ type, occurredOn }) => type === 'CLASSIFIED_WITH_CONDITIONS' && occurredOn >= from && occurredOn <= through,
      ),
    );
    if (suited.length < all) throw new Error(`${suited.length} cases for ${all} coercions through ${through}`);
    random
      .shuffled(suited)
      .slice(0, all)
      .forEach(({ events, subject }, index) => {
        const at = events.findIndex(({ type }) => type === 'CLASSIFIED_WITH_CONDITIONS');
        events.splice(at + 1, 0, {
          id: eventId(`${subject}/coercion`, 0),
          subject,
          type: 'COERCION_DECIDED',
          occurredOn: events[at]!.occurredOn,
          decisionNumber: `CC-${subject.split('.')[1]}`,
          coercionMeasure: random.weighted([
            ['SEIZURE_OF_ASSETS', 60],
            ['DEDUCTION_FROM_ACCOUNT', 15],
            ['DEDUCTION_FROM_INCOME', 15],
            ['HANDOVER_OF_OBJECT', 10],
          ]),
          mobilisedForces: index < withForces,
        });
      });
  }
}

function undecided({ undecided: days }: ProvincePlan, office: string): History[] {
  return days.map((occurredOn, index) => {
    const subject = `${office}.U-${String(index + 1).padStart(6, '0')}`;
    return [
      {
        id: eventId(subject, 0),
        subject,
        type: 'REQUEST_FILED',
        occurredOn,
        kind: 'CIVIL',
        initiation: 'ON_REQUEST',
      },
    ];
  });
}

function targets({ targets: assigned }: ProvincePlan, scope: string): History[] {
  return assigned.map(({ workingYear, cases, money }) => {
    const subject = `VN-00.CT-${workingYear}-${scope}`;
    return [
      {
        id: eventId(subject, 0),
        subject,
        type: 'TARGET_ASSIGNED',
        occurredOn: `${workingYear - 1}-12-20`,
        decisionNumber: `QD-CT-${workingYear}`,
        scope,
        workingYear,
        casesTarget: cases,
        moneyTarget: money,
      },
    ];
  });
}
