import { Column, Entity } from 'typeorm';
import type { OverlayName } from '../statistics/overlays';
import { overlayBits } from '../statistics/overlays';
import type { RegisterEvent } from './event';
import { noLegalBasis } from './legal-basis';
import { type GuardRefusal, LARGEST_AMOUNT, type Lifecycle, SAME } from './lifecycle';
import type { Position } from './placement';
import { type LedgerDefinition, dimensionsOf } from './register';
import { SubjectEntity } from './subject';

/** Totals that an office sends in without rows behind them, e.g. for years before the platform. */
export interface ReportLine {
  slot: string;
  dimensions: Record<string, string>;
  overlays: number;
  count: number;
  money: number;
}

/** One line as a client sends it: how much a slot grew (or, negative, shrank) by the day of the event. */
export interface ReportLineInput {
  readonly slot: string;
  readonly count: number;
  readonly money?: number | null;
  readonly overlays?: readonly OverlayName[] | null;
  readonly [dimension: string]: unknown;
}

export interface ReportEntryEvent extends RegisterEvent {
  readonly source?: string | null;
  readonly reportLines?: readonly ReportLineInput[] | null;
}

export abstract class ReportEntryColumns extends SubjectEntity {
  /** Where the totals come from, for people. */
  @Column('text')
  source!: string;

  /** Sums of all lines sent in so far. */
  @Column('jsonb')
  lines!: ReportLine[];
}

/** The table of report entries in a register's schema. */
export function reportEntryEntity(schema: string): new () => ReportEntryColumns {
  @Entity('report_entry', { schema })
  class ReportEntryEntity extends ReportEntryColumns {}
  return ReportEntryEntity;
}

/** Ten times the cases of the whole country in a year. */
const LARGEST_COUNT = 10_000_000;

export const REPORT_ENTRY_RECORDED = 'REPORT_ENTRY_RECORDED';

/** Report entries follow the same path as everything else: their events move counts and money between slots. */
export function reportEntryLifecycle(ledger: LedgerDefinition): Lifecycle<ReportEntryColumns, ReportEntryEvent> {
  const sumsOf = (event: ReportEntryEvent, before: readonly ReportLine[]): ReportLine[] => {
    const sums = new Map(before.map((line) => [keyOf(line), line]));
    for (const input of event.reportLines ?? []) {
      const line = toLine(input, ledger);
      const sum = sums.get(keyOf(line));
      sums.set(keyOf(line), sum ? { ...sum, count: sum.count + line.count, money: sum.money + line.money } : line);
    }
    return [...sums.values()].filter(({ count, money }) => count !== 0 || money !== 0);
  };
  const guard = (event: ReportEntryEvent, state: ReportEntryColumns | null): GuardRefusal | null => {
    const unknown = event.reportLines?.find(({ slot }) => !ledger.slots.includes(slot));
    if (unknown) {
      return { rule: 'SLOT_UNKNOWN', message: `There is no slot ${unknown.slot}.`, allowed: ledger.slots.join(', ') };
    }
    const sums = sumsOf(event, state?.lines ?? []);
    const fault = (rule: string, { slot, count, money }: ReportLine, allowed: string): GuardRefusal => ({
      rule,
      message: `After this event ${slot} would hold ${count} and ${money} dong.`,
      allowed: `increments that leave every slot of this report entry at ${allowed}`,
      field: 'reportLines',
    });
    const negative = sums.find(({ count, money }) => count < 0 || money < 0);
    if (negative) return fault('SLOT_NEGATIVE', negative, '0 or more');
    const tooLarge = sums.find(({ count, money }) => count > LARGEST_COUNT || money > LARGEST_AMOUNT);
    return tooLarge ? fault('SLOT_TOO_LARGE', tooLarge, `${LARGEST_COUNT} and ${LARGEST_AMOUNT} dong at most`) : null;
  };
  const shared = {
    event: REPORT_ENTRY_RECORDED,
    nameVi: 'nhập số liệu tổng hợp',
    requires: ['reportLines'],
    allows: ['source'],
    legalBasis: noLegalBasis,
    guard,
    effect: (event: ReportEntryEvent, state: ReportEntryColumns | null) => ({
      source: event.source ?? state?.source ?? '',
      lines: sumsOf(event, state?.lines ?? []),
    }),
  } as const;
  return {
    subjectType: 'report entry',
    nameVi: 'số liệu tổng hợp',
    table: 'report_entry',
    transitions: [
      { ...shared, from: [], to: 'OPEN' },
      { ...shared, from: ['OPEN'], to: SAME },
    ],
    initial: { source: '', lines: [] },
    positions: ({ lines }): Position[] =>
      lines.map(({ slot, dimensions, overlays, count, money }) => ({
        dimensions,
        overlays,
        placements: [{ slot, count, money }],
      })),
  };
}

function toLine(input: ReportLineInput, ledger: LedgerDefinition): ReportLine {
  return {
    slot: input.slot,
    dimensions: Object.fromEntries(
      dimensionsOf(ledger).map((dimension) => [dimension, String(input[dimension] ?? '')]),
    ),
    overlays: overlayBits(input.overlays),
    count: input.count,
    money: input.money ?? 0,
  };
}

function keyOf({ slot, dimensions, overlays }: ReportLine): string {
  return JSON.stringify([slot, Object.entries(dimensions).sort(), overlays]);
}
