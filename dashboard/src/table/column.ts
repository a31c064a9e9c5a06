import type { ReactNode } from 'react';

export type Cell = number | string | null;

export interface Column<Row> {
  readonly key: string;
  readonly heading: string;
  /** By which rows are sorted, and what is exported. */
  readonly value: (row: Row) => Cell;
  /** What is shown; without it, the value. */
  readonly show?: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
  /** The figure in the column, as definitions know it. */
  readonly indicator?: string;
}
