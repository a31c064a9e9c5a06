import type { ReactNode } from 'react';
import type { Indicator, Statistics } from '../lists/list-request';

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

/** A column of one figure. */
export interface FigureColumn<Row> extends Column<Row> {
  readonly value: (row: Row) => number | null;
  readonly show: (row: Row) => string;
  readonly indicator: Indicator;
}

/** Makes columns of figures of one type; `none` stands where a row does not have one. */
export function figureColumns<Row, Figures>(
  none: string,
  type: Statistics,
  figuresOf: (row: Row) => Figures | null | undefined,
) {
  return (
    key: string,
    heading: string,
    field: string,
    valueOf: (figures: Figures) => number | null | undefined,
    show: (value: number) => string,
  ): FigureColumn<Row> => {
    const value = (row: Row): number | null => {
      const figures = figuresOf(row);
      return (figures && valueOf(figures)) ?? null;
    };
    return {
      key,
      heading,
      indicator: `${type}.${field}`,
      value,
      show(row) {
        const known = value(row);
        return known === null ? none : show(known);
      },
      isNumber: true,
    };
  };
}
