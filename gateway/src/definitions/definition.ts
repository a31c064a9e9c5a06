import type { IsoDate } from '@thads/shared';

/** What a figure means, as long as the same source says so. */
export interface Definition {
  /** Coordinate of the figure in the schema. A line without a field of its own: `CaseStatistics.lines/5.1`. */
  readonly indicator: string;
  readonly name: string;
  readonly nameVi: string;
  /** A term of figures of the same type, by the names of their fields, or a sentence. */
  readonly formula: string;
  /** Of rates: a figure of the same type, or words. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** Numbers of the forms that have it. */
  readonly forms: readonly number[];
  /** Number of the line in the form. */
  readonly line: string | null;
  readonly legalSource: string;
  /** Null: for every day before, too. */
  readonly validFrom: IsoDate | null;
  /** The last day. Null: in force. */
  readonly validTo: IsoDate | null;
}

/** A definition without what says so since when. */
export type Meaning = Omit<Definition, 'indicator' | 'forms' | 'legalSource' | 'validFrom' | 'validTo'> & {
  readonly field: string;
};

/** From what day on which source says so, the oldest first; each ends when the next begins. */
export interface Source {
  readonly legalSource: string;
  readonly validFrom: IsoDate | null;
}

/** The circulars on statistics, with the same meaning of each figure as far as is known. */
export const CIRCULARS: readonly Source[] = [
  { legalSource: 'Circular 06/2019/TT-BTP', validFrom: null },
  { legalSource: 'Circular 05/2024/TT-BTP', validFrom: '2024-07-26' },
  { legalSource: 'Circular 05/2026/TT-BTP', validFrom: '2026-07-01' },
];

export function figure(
  field: string,
  name: string,
  nameVi: string,
  formula: string,
  line: string | null = null,
): Meaning {
  return { field, name, nameVi, formula, line, numerator: null, denominator: null };
}

export function rate(
  field: string,
  name: string,
  nameVi: string,
  [numerator, denominator]: readonly [string, string],
  line: string | null = null,
): Meaning {
  return { field, name, nameVi, formula: `${numerator} / ${denominator}, percent`, numerator, denominator, line };
}
