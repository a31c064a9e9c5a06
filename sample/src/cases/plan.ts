import type { IsoDate, OverlayName } from '@thads/shared';
import { type Tally, less, tally } from '../tally';

/**
 * What a province's forms say from the beginning of a working year to a cut-off: cumulative figures, as reported.
 * The rest follows: to be enforced = carried over + new − deducted.
 */
export interface ReportedRow {
  readonly through: IsoDate;
  readonly newlyReceived: Tally;
  readonly deducted: Tally;
  readonly withConditions: Tally;
  readonly completed: Tally;
  /** Of the completed. */
  readonly terminated: Tally;
}

/** A group of cases of one province with the same special categories. */
export interface Population {
  readonly name: string;
  readonly overlays: readonly OverlayName[];
  /** Stock at the start of the first year. */
  readonly opening: { readonly withConditions: Tally; readonly notYet: Tally };
  readonly years: readonly { readonly from: IsoDate; readonly rows: readonly ReportedRow[] }[];
}

export interface ProvincePlan {
  /** Number of the older province. */
  readonly territory: number;
  /** The published report that the figures come from, for people. */
  readonly source: string;
  readonly populations: readonly Population[];
  readonly targets: readonly { readonly workingYear: number; readonly cases: number; readonly money: number }[];
  /** Coercion decisions of a year. */
  readonly coercions: readonly {
    readonly from: IsoDate;
    readonly through: IsoDate;
    readonly all: number;
    readonly withForces: number;
  }[];
  /** Judgments received on this day for which no decision has come yet. */
  readonly undecided: readonly IsoDate[];
}

type Pair = readonly [cases: number, billions: number];

function row(
  through: IsoDate,
  fresh: Pair,
  deducted: Pair,
  withConditions: Pair,
  completed: Pair,
  terminated: Pair = [0, 0],
): ReportedRow {
  return {
    through,
    newlyReceived: tally(...fresh),
    deducted: tally(...deducted),
    withConditions: tally(...withConditions),
    completed: tally(...completed),
    terminated: tally(...terminated),
  };
}

/** Cases outside the special categories: the province's total less its special populations. */
function remainder(total: Population, special: readonly Population[]): Population {
  const opening = (key: keyof Population['opening']): Tally =>
    less(total.opening[key], ...special.map((population) => population.opening[key]));
  return {
    name: 'G',
    overlays: [],
    opening: { withConditions: opening('withConditions'), notYet: opening('notYet') },
    years: total.years.map(({ from, rows }, year) => ({
      from,
      rows: rows.map((whole, index) => {
        const parts = special.map((population) => population.years[year]!.rows[index]!);
        const rest = (key: Exclude<keyof ReportedRow, 'through'>): Tally =>
          less(whole[key], ...parts.map((part) => part[key]));
        return {
          through: whole.through,
          newlyReceived: rest('newlyReceived'),
          deducted: rest('deducted'),
          withConditions: rest('withConditions'),
          completed: rest('completed'),
          terminated: rest('terminated'),
        };
      }),
    })),
  };
}

function province(
  plan: Omit<ProvincePlan, 'populations'>,
  total: Omit<Population, 'name' | 'overlays'>,
  special: readonly Population[],
): ProvincePlan {
  return { ...plan, populations: [remainder({ name: 'T', overlays: [], ...total }, special), ...special] };
}

const Y2023 = '2022-10-01';
const Y2024 = '2023-10-01';
const Y2025 = '2024-10-01';

/** Report 000: Thanh Hóa, nine months of the working year 2025 and of the year before. */
const thanhHoa = province(
  {
    territory: 38,
    source: 'Report 000 (Thanh Hóa)',
    targets: [
      { workingYear: 2024, cases: 83.6, money: 46.7 },
      { workingYear: 2025, cases: 83.95, money: 52.0 },
    ],
    coercions: [
      { from: Y2024, through: '2024-09-30', all: 210, withForces: 5 },
      { from: Y2025, through: '2025-06-30', all: 180, withForces: 3 },
    ],
    undecided: [],
  },
  {
    opening: { withConditions: tally(4_600, 800), notYet: tally(4_400, 700) },
    years: [
      {
        from: Y2024,
        rows: [
          row('2024-06-30', [10_319, 2_269.2], [1_556, 400], [13_900, 2_150], [10_096, 533.264], [620, 41.5]),
          row('2024-09-30', [13_019, 2_769.2], [1_700, 450], [15_700, 2_450], [13_300, 1_150], [810, 58.2]),
        ],
      },
      {
        from: Y2025,
        rows: [row('2025-06-30', [13_166, 1_885], [214, 20], [15_878, 2_900.5], [10_932, 1_330.5], [655, 47.25])],
      },
    ],
  },
  [
    {
      name: 'CE',
      overlays: ['CORRUPTION_ECONOMIC'],
      opening: { withConditions: tally(100, 80), notYet: tally(120, 70) },
      years: [
        {
          from: Y2024,
          rows: [
            row('2024-06-30', [180, 100], [10, 5], [250, 150], [105, 55]),
            row('2024-09-30', [220, 140], [12, 6], [288, 199], [178, 104]),
          ],
        },
        { from: Y2025, rows: [row('2025-06-30', [181, 113.944], [2, 0.5], [261, 204.912], [113, 79.593])] },
      ],
    },
  ],
);

/** Report 001, which names no province; placed here by us: the working year 2024 and the year before. */
const report001 = province(
  {
    territory: 22,
    source: 'Report 001 (province placed by us)',
    targets: [
      { workingYear: 2023, cases: 83.1, money: 45.9 },
      { workingYear: 2024, cases: 83.64, money: 46.64 },
    ],
    coercions: [
      { from: Y2023, through: '2023-09-30', all: 301, withForces: 4 },
      { from: Y2024, through: '2024-09-30', all: 329, withForces: 2 },
    ],
    undecided: [],
  },
  {
    opening: { withConditions: tally(1_200, 400), notYet: tally(887, 500) },
    years: [
      {
        from: Y2023,
        rows: [row('2023-09-30', [6_402, 851.32], [60, 30], [7_450, 934.87], [6_319, 514.87], [410, 31.4])],
      },
      {
        from: Y2024,
        rows: [row('2024-09-30', [7_553, 3_400], [52, 1_253.65], [8_190, 1_486.6], [7_002, 773.82], [455, 38.6])],
      },
    ],
  },
  [
    {
      name: 'CI',
      overlays: ['CREDIT_INSTITUTION'],
      opening: { withConditions: tally(60, 130), notYet: tally(60, 150) },
      years: [
        { from: Y2023, rows: [row('2023-09-30', [150, 250], [5, 10], [175, 260], [55, 90])] },
        { from: Y2024, rows: [row('2024-09-30', [170, 730], [6, 30], [213, 480], [66, 150])] },
      ],
    },
    {
      name: 'CE',
      overlays: ['CORRUPTION_ECONOMIC'],
      opening: { withConditions: tally(30, 20), notYet: tally(30, 40) },
      years: [
        { from: Y2023, rows: [row('2023-09-30', [110, 50], [2, 1], [118, 50], [90, 29])] },
        { from: Y2024, rows: [row('2024-09-30', [114, 81], [2, 1], [131, 60], [107, 45])] },
      ],
    },
    {
      name: 'CV',
      overlays: ['CONVICTS', 'STATE_BUDGET'],
      opening: { withConditions: tally(200, 6), notYet: tally(250, 20) },
      years: [
        { from: Y2023, rows: [row('2023-09-30', [1_500, 30], [10, 0.5], [1_600, 28], [1_380, 20])] },
        { from: Y2024, rows: [row('2024-09-30', [1_600, 40], [10, 0.5], [1_840, 40], [1_618, 30])] },
      ],
    },
  ],
);

/** Report 002, which names no province; placed here by us: six months of 2025 and of the year before. */
const report002 = province(
  {
    territory: 20,
    source: 'Report 002 (province placed by us)',
    targets: [
      { workingYear: 2024, cases: 83.55, money: 46.6 },
      { workingYear: 2025, cases: 84.04, money: 52.0 },
    ],
    coercions: [
      { from: Y2024, through: '2024-09-30', all: 96, withForces: 1 },
      { from: Y2025, through: '2025-03-31', all: 41, withForces: 0 },
    ],
    undecided: ['2025-02-03', '2025-02-17', '2025-03-03', '2025-03-10'],
  },
  {
    opening: { withConditions: tally(1_500, 1_200), notYet: tally(1_100, 500) },
    years: [
      {
        from: Y2024,
        rows: [
          row('2024-03-31', [4_282, 884.55], [40, 10], [5_249, 2_157.41], [2_950, 230], [190, 12.3]),
          row('2024-09-30', [8_100, 1_700], [70, 30], [9_480, 1_750], [8_051, 857.4], [505, 33.1]),
        ],
      },
      {
        from: Y2025,
        rows: [row('2025-03-31', [3_798, 7_774.35], [26, 40], [5_067, 8_521.75], [2_887, 257.5], [175, 11.9])],
      },
    ],
  },
  [],
);

/** Report 003: Lào Cai (the older province), the working year 2024 and the year before. */
const laoCai = province(
  {
    territory: 10,
    source: 'Report 003 (Lào Cai)',
    targets: [
      { workingYear: 2023, cases: 83.2, money: 46.1 },
      { workingYear: 2024, cases: 83.69, money: 46.93 },
    ],
    coercions: [
      { from: Y2023, through: '2023-09-30', all: 44, withForces: 1 },
      { from: Y2024, through: '2024-09-30', all: 52, withForces: 2 },
    ],
    undecided: [],
  },
  {
    opening: { withConditions: tally(520, 170), notYet: tally(328, 80) },
    years: [
      { from: Y2023, rows: [row('2023-09-30', [3_200, 331.2], [30, 10], [3_720, 450], [3_113, 211.2], [140, 9.6])] },
      { from: Y2024, rows: [row('2024-09-30', [3_550, 352], [35, 12], [3_918, 593.02], [3_569, 484.65], [155, 10.4])] },
    ],
  },
  [
    {
      name: 'SB',
      overlays: ['STATE_BUDGET'],
      opening: { withConditions: tally(200, 12), notYet: tally(220, 14) },
      years: [
        { from: Y2023, rows: [row('2023-09-30', [2_400, 110], [15, 1], [2_575, 120], [2_325, 105])] },
        { from: Y2024, rows: [row('2024-09-30', [2_625, 206.85], [20, 2], [2_831, 220.77], [2_627, 213.15])] },
      ],
    },
    {
      name: 'CE',
      overlays: ['CORRUPTION_ECONOMIC'],
      opening: { withConditions: tally(25, 60), notYet: tally(25, 15) },
      years: [
        { from: Y2023, rows: [row('2023-09-30', [80, 125.5], [1, 0.5], [99, 180], [69, 50])] },
        { from: Y2024, rows: [row('2024-09-30', [81, 65.5], [1, 0.5], [115, 202.5], [84, 200.5])] },
      ],
    },
  ],
);

/** Provinces with whole cases; the national report is completed by report entries for all others. */
export const provincePlans: readonly ProvincePlan[] = [thanhHoa, report001, report002, laoCai];
