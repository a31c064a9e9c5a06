/**
 * The shape of the national sample: how many cases there are, where, of which kinds and with what amounts. The national
 * figures it comes near to are those of DOMAIN section H; how they spread over territories and offices is made up.
 */
import { type OfficeRecord, type OverlayName, offices, territories } from '@thads/shared';
import { choice } from './choice';

export const NEW_CASES_A_YEAR = 1_000_000;
export const OFFICERS = 3_500;
export const PETITIONS_A_YEAR = 12_500;
export const VISITS_A_YEAR = 7_400;

/** Territories with more than the usual share of the country's cases, and what their amounts are multiplied by. */
const LARGE: Readonly<Record<number, readonly [cases: number, amounts: number]>> = {
  79: [8.3, 3.6],
  1: [6.4, 2.2],
  74: [4, 1.5],
  75: [3.6, 1.2],
  80: [2.8, 0.8],
  38: [2.5, 0.6],
  92: [2.2, 0.9],
  48: [2.1, 1.5],
  40: [2.1, 0.6],
  87: [2, 0.7],
  77: [1.9, 1.3],
};
const SMALL_AMOUNTS = 0.55;

export interface Territory {
  readonly number: number;
  /** Of the country's cases. */
  readonly share: number;
  readonly amounts: number;
  readonly offices: readonly { readonly office: OfficeRecord; readonly share: number }[];
}

/** Between 0 and 1, always the same for a number. */
function scatter(number: number): number {
  return ((number * 2_654_435_761) % 4_294_967_296) / 4_294_967_296;
}

const caseWeight = (territory: number): number => LARGE[territory]?.[0] ?? 0.45 + 1.3 * scatter(territory);
const allCases = territories.reduce((sum, territory) => sum + caseWeight(territory), 0);

export const nationalTerritories: readonly Territory[] = territories.map((number) => {
  const own = offices.filter((office) => office.territory === number);
  const weights = own.map((office) => 0.5 + scatter(office.number));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    number,
    share: caseWeight(number) / allCases,
    amounts: LARGE[number]?.[1] ?? SMALL_AMOUNTS,
    offices: own.map((office, index) => ({ office, share: weights[index]! / all })),
  };
});

/** What kind of case somebody brings, with the special categories that it falls into and its amounts. */
export interface CaseClass {
  readonly overlays: readonly OverlayName[];
  readonly kind: ReturnType<typeof choice<string>>;
  readonly exOfficio: number;
  /** Dong: the median, and the deviation of the logarithm. */
  readonly median: number;
  readonly deviation: number;
}

const criminal = choice([['CRIMINAL', 1]]);
const MILLION = 1_000_000;

export const caseClass = choice<CaseClass>([
  [
    {
      overlays: [],
      kind: choice([
        ['CIVIL', 430],
        ['MARRIAGE_FAMILY', 330],
        ['CRIMINAL', 110],
        ['BUSINESS_COMMERCE', 70],
        ['LABOUR', 20],
        ['ADMINISTRATIVE', 12],
        ['OTHER', 20],
        ['BANKRUPTCY', 5],
        ['ARBITRATION', 3],
      ]),
      exOfficio: 0.42,
      median: 13 * MILLION,
      deviation: 2.45,
    },
    0.828,
  ],
  [
    {
      overlays: ['CREDIT_INSTITUTION'],
      kind: choice([
        ['CIVIL', 58],
        ['BUSINESS_COMMERCE', 40],
        ['ARBITRATION', 2],
      ]),
      exOfficio: 0,
      median: 2_400 * MILLION,
      deviation: 1.7,
    },
    0.015,
  ],
  [{ overlays: ['CORRUPTION_ECONOMIC'], kind: criminal, exOfficio: 0.4, median: 250 * MILLION, deviation: 2.6 }, 0.003],
  [
    {
      overlays: ['CORRUPTION_ECONOMIC', 'STATE_BUDGET'],
      kind: criminal,
      exOfficio: 1,
      median: 360 * MILLION,
      deviation: 2.6,
    },
    0.004,
  ],
  [
    {
      overlays: ['STATE_BUDGET'],
      kind: choice([
        ['CIVIL', 50],
        ['CRIMINAL', 25],
        ['MARRIAGE_FAMILY', 15],
        ['ADMINISTRATIVE', 10],
      ]),
      exOfficio: 1,
      median: 4 * MILLION,
      deviation: 1.6,
    },
    0.1,
  ],
  [{ overlays: ['CONVICTS'], kind: criminal, exOfficio: 0.6, median: 12 * MILLION, deviation: 1.9 }, 0.02],
  [{ overlays: ['STATE_BUDGET', 'CONVICTS'], kind: criminal, exOfficio: 1, median: 3 * MILLION, deviation: 1.4 }, 0.03],
]);

export type Fate = 'COMPLETED' | 'TERMINATED' | 'WITH' | 'NOT_YET' | 'ENTRUSTED' | 'REVOKED' | 'WITHDRAWN';

/** Where a case stands at the end of a working year: it depends on where it stood before and on how much is owed. */
export const fates: Readonly<
  Record<'small' | 'large', Readonly<Record<'active' | 'notYet', ReturnType<typeof choice<Fate>>>>>
> = {
  small: {
    active: choice<Fate>([
      ['COMPLETED', 60.5],
      ['TERMINATED', 4.5],
      ['WITH', 11],
      ['NOT_YET', 22.5],
      ['ENTRUSTED', 0.9],
      ['REVOKED', 0.5],
      ['WITHDRAWN', 0.1],
    ]),
    notYet: choice<Fate>([
      ['COMPLETED', 50],
      ['TERMINATED', 8],
      ['WITH', 10],
      ['NOT_YET', 31],
      ['ENTRUSTED', 0.6],
      ['REVOKED', 0.4],
    ]),
  },
  large: {
    active: choice<Fate>([
      ['COMPLETED', 12],
      ['TERMINATED', 1.2],
      ['WITH', 36],
      ['NOT_YET', 49],
      ['ENTRUSTED', 1.2],
      ['REVOKED', 0.5],
      ['WITHDRAWN', 0.1],
    ]),
    notYet: choice<Fate>([
      ['COMPLETED', 14],
      ['TERMINATED', 2],
      ['WITH', 27],
      ['NOT_YET', 56],
      ['ENTRUSTED', 0.7],
      ['REVOKED', 0.3],
    ]),
  },
};

/** Dong, from which on a case counts as large. */
export const LARGE_AMOUNT = 300 * MILLION;
/** Dong. */
export const LARGEST_CASE = 2_000_000 * MILLION;
export const SMALLEST_CASE = 200_000;
