import data from './published-figures.json';
import { type Source, sourceOf } from './sources';

/** One figure as a report printed it, uncorrected. Source: five press reports of 2024 and 2025. */
export interface PublishedFigure {
  readonly id: string;
  /** The report, `000` to `004`. */
  readonly report: string;
  /** The nation, or the older province that the report is about or was placed in. */
  readonly scope: string;
  readonly period: { readonly from: string; readonly through: string; readonly label: string };
  readonly subgraph: string;
  readonly indicator: string;
  /** What of the graph it is; for a change, what has changed. */
  readonly source: Source;
  /** For a change against the same period of the year before: how it is told. */
  readonly change: 'absolute' | 'percent' | null;
  readonly overlay: string | null;
  readonly unit: string;
  readonly value: number;
  readonly precision: string;
  readonly qualifier: string | null;
  readonly quote: string;
}

export const REPORTS: Readonly<Record<string, { readonly scope: string; readonly title: string }>> = {
  '000': { scope: 'VN63-38', title: 'Thanh Hóa, 9 months of the working year 2025' },
  '001': { scope: 'VN63-22', title: 'province not named (placed by us in VN63-22), working year 2024' },
  '002': { scope: 'VN63-20', title: 'province not named (placed by us in VN63-20), 6 months of the working year 2025' },
  '003': { scope: 'VN63-10', title: 'Lào Cai (before July 2025), working year 2024' },
  '004': { scope: 'VN', title: 'the whole country, working year 2024, preliminary' },
};

const OVERLAYS: Readonly<Record<string, string>> = {
  CREDIT_INSTITUTION: 'CREDIT_INSTITUTION',
  CORRUPTION_ECONOMIC: 'CORRUPTION_ECONOMIC',
  STATE_BUDGET: 'STATE_BUDGET',
  CIVIL_PART_OF_CRIMINAL_JUDGMENT_CONVICTS: 'CONVICTS',
};

interface RawFigure {
  readonly id: string;
  readonly document: string;
  readonly period: { readonly label: string; readonly from: string; readonly to: string };
  readonly subgraph: string;
  readonly indicator: string;
  readonly dimension: { readonly category?: string };
  readonly unit: string;
  readonly value: number;
  readonly precision: string;
  readonly qualifier?: string;
  /** Against the same period of the year before or against a target. */
  readonly comparison: { readonly kind: string } | null;
  readonly quote: string;
}

const CHANGE = /_change$/;

export const publishedFigures: readonly PublishedFigure[] = (data.figures as readonly RawFigure[]).map((raw) => {
  const report = raw.document.slice(0, 3);
  const { category } = raw.dimension;
  return {
    id: raw.id,
    report,
    scope: REPORTS[report]!.scope,
    period: { from: raw.period.from, through: raw.period.to, label: raw.period.label },
    subgraph: raw.subgraph,
    indicator: raw.indicator,
    source: sourceOf(raw.subgraph, raw.indicator.replace(CHANGE, '')),
    change: !CHANGE.test(raw.indicator) ? null : raw.comparison?.kind === 'percent' ? 'percent' : 'absolute',
    overlay: category === undefined ? null : OVERLAYS[category]!,
    unit: raw.unit,
    value: raw.value,
    precision: raw.precision,
    qualifier: raw.qualifier ?? null,
    quote: raw.quote,
  };
});

/** A figure that contradicts its own report: what the report's other figures give instead, and why. */
export interface Contradiction {
  readonly consistent: number;
  /** How far from it the graph may be: the precision of what it follows from. */
  readonly tolerance: number;
  readonly reason: string;
}

const BILLION = 1_000_000_000;

export const contradictions: Readonly<Record<string, Contradiction>> = {
  'F000-11': {
    consistent: 1_634 * BILLION,
    tolerance: BILLION,
    reason:
      '"more than 4,534" to be enforced less "more than 2,900" with conditions leaves about 1,634 billion, not 1,524',
  },
  'F000-15': {
    consistent: 204_912_000_000,
    tolerance: 0,
    reason: 'a decimal comma was read as thousands separator: 204.912 billion of the 293.444 billion to be enforced',
  },
  'F003-22': {
    consistent: 99.01,
    tolerance: 0,
    reason: '200.5 of 202.5 billion is 99.01%; 98.93% is outside what rounding to one decimal allows',
  },
};

/** Figures printed in round numbers: one in their last printed digit that is not a filler zero. */
const ROUND: Readonly<Record<string, number>> = {
  'F004-01': 1_000,
  'F004-02': 1_000 * BILLION,
  'F004-03': 1_000 * BILLION,
  'F004-04': 100,
};

/** One unit in the last printed digit. Money is printed in billions, with up to three decimals. */
export function printedStep({ id, unit, value, quote }: PublishedFigure): number {
  const round = ROUND[id];
  if (round !== undefined) return round;
  if (unit === 'VND') {
    const decimals = /[\d,]+(?:\.(\d+))? billion/.exec(quote)?.[1]?.length ?? 0;
    return BILLION / 10 ** decimals;
  }
  const decimals = String(value).split('.')[1]?.length ?? 0;
  return 1 / 10 ** decimals;
}
