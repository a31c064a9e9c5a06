import type { BenchDatabase } from './database';
import type { Comparison, Effort, Row } from './measure';

export interface Bench {
  /** What the figures mean and what they leave out; printed above the table. */
  readonly about: string;
  /** The data folders it runs on: all that are given, the first of them, or an empty one of its own. */
  readonly data: 'all' | 'first' | 'empty';
  readonly run: (surroundings: Surroundings) => Promise<void>;
}

export interface Surroundings {
  readonly databases: readonly [BenchDatabase, ...BenchDatabase[]];
  /** Length of one run under load. */
  readonly seconds: number;
  /** Checkout of an earlier build to compare with, dependencies installed; null: none was named. */
  readonly before: string | null;
  /** Part of the country that is loaded, 1 for all of it. */
  readonly scale: string;
  /** Measures and adds a row to the table; an effort other than the usual where a sample takes long. */
  readonly compare: (comparison: Comparison, effort?: Partial<Effort>) => Promise<Row>;
  /** Adds a row that was measured otherwise. */
  readonly add: (row: Row) => void;
}
