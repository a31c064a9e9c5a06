import type { Address } from '../address/address';
import type { Days } from '../address/period';

export const LISTS = [
  'cases',
  'petitions',
  'receptions',
  'inspections',
  'findings',
  'obligations',
  'receipts',
  'assets',
  'casesEvidence',
  'complaintsEvidence',
  'inspectionsEvidence',
  'recoveryEvidence',
] as const;
export type ListName = (typeof LISTS)[number];

/** What a number leads to: the rows that it counts, or that sum to it. */
export interface ListRequest {
  readonly list: ListName;
  /** As the graph takes it, but `endedFrom` and `endedThrough`, and of evidence all that it is asked by: see `rowsWanted`. */
  readonly filter: Readonly<Record<string, unknown>>;
}

/** Which rows the figures of a view are of. */
export interface Scope {
  readonly kind: 'nation' | 'province' | 'office';
  readonly id: string | null;
}

/** A rate that leads to the rows of its numerator. */
export interface RateOfRows {
  readonly indicator: string;
  readonly percent: number;
  /** Its denominator. */
  readonly of: number;
}

export function addressOf(
  { list, filter }: ListRequest,
  figure: string,
  expected: number | null,
  rate: RateOfRows | null = null,
): Partial<Address> {
  return {
    view: 'list',
    list,
    filter: JSON.stringify(filter),
    figure,
    expected,
    rate: rate?.indicator ?? null,
    percent: rate?.percent ?? null,
    of: rate?.of ?? null,
  };
}

function territory({ kind, id }: Scope): Readonly<Record<string, unknown>> {
  return kind === 'nation' ? {} : { [kind]: id };
}

type Lead = (scope: Scope, days: Days) => ListRequest;

const within = (list: ListName, first: string, last: string, more: Readonly<Record<string, unknown>> = {}): Lead => {
  return (scope, { from, through }) => ({
    list,
    filter: { ...territory(scope), [first]: from, [last]: through, ...more },
  });
};

/** The figures that a list has the rows of. Those of all others are the evidence that the graph has of them. */
export const LEADS = {
  newlyReceived: within('cases', 'decidedFrom', 'decidedThrough'),
  completed: within('cases', 'endedFrom', 'endedThrough', { states: ['COMPLETED', 'TERMINATED'] }),
  fullyEnforced: within('cases', 'endedFrom', 'endedThrough', { states: ['COMPLETED'] }),
  terminated: within('cases', 'endedFrom', 'endedThrough', { states: ['TERMINATED'] }),
  received: within('petitions', 'receivedFrom', 'receivedThrough'),
  resolved: within('petitions', 'resolvedFrom', 'resolvedThrough'),
  visits: within('receptions', 'receivedFrom', 'receivedThrough'),
  conducted: within('inspections', 'conductedFrom', 'conductedThrough'),
  selfInspections: within('inspections', 'conductedFrom', 'conductedThrough', { kind: 'SELF' }),
  shortcomings: within('findings', 'recordedFrom', 'recordedThrough', { findingKind: 'SHORTCOMING' }),
  violations: within('findings', 'recordedFrom', 'recordedThrough', { findingKind: 'VIOLATION' }),
  newlyRecorded: within('obligations', 'recordedFrom', 'recordedThrough'),
  collected: within('receipts', 'receivedFrom', 'receivedThrough', { reversed: false }),
  assetsSeized: within('assets', 'seizedFrom', 'seizedThrough'),
} satisfies Record<string, Lead>;

export type LeadName = keyof typeof LEADS;

/** Whether a figure counts records or sums money. */
export type Measure = 'cases' | 'money';

/** By the type of statistics, the register that counts them. */
const REGISTERS = {
  CaseStatistics: 'casesEvidence',
  PetitionStatistics: 'complaintsEvidence',
  ReceptionStatistics: 'complaintsEvidence',
  InspectionStatistics: 'inspectionsEvidence',
  RecoveryStatistics: 'recoveryEvidence',
} as const satisfies Record<string, ListName>;

export type Statistics = keyof typeof REGISTERS;
export type Indicator = `${Statistics}.${string}`;

/** Of which records a figure is, beside its place and period. */
export interface Narrowing {
  readonly overlay?: string;
  /** Id of the officer in charge, or NONE. */
  readonly officer?: string;
}

/** The records that add up to a figure, each with what it adds. */
export function evidenceOf(
  figure: Indicator,
  measure: Measure,
  { kind, id }: Scope,
  { from, through }: Days,
  narrowed?: Narrowing,
): ListRequest {
  const [type] = figure.split('.') as [Statistics];
  return {
    list: REGISTERS[type],
    filter: {
      figure,
      scope: kind === 'nation' ? 'VN' : id,
      period: { from, through },
      ...(narrowed && { filter: narrowed }),
      measure,
    },
  };
}
