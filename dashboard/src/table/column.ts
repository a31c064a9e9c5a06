import type { ReactNode } from 'react';
import { type Figures, figureIn } from '../figures/figures';
import type { Indicator, Measure, Statistics } from '../lists/list-request';

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
  readonly measure: Measure;
  /** What the figure is one of. */
  readonly figuresOf: (row: Row) => Figures | null | undefined;
}

/** Makes columns of figures of one type; `none` stands where a row does not have one. */
export function figureColumns<Row, Known extends Figures>(
  none: string,
  type: Statistics,
  figuresOf: (row: Row) => Known | null | undefined,
) {
  return (
    key: string,
    heading: string,
    field: keyof Known & string,
    measure: Measure,
    show: (value: number) => string,
  ): FigureColumn<Row> => {
    const value = (row: Row): number | null => figureIn(figuresOf(row), field, measure);
    return {
      key,
      heading,
      indicator: `${type}.${field}`,
      measure,
      figuresOf,
      value,
      show(row) {
        const known = value(row);
        return known === null ? none : show(known);
      },
      isNumber: true,
    };
  };
}
