import type { ReactNode } from 'react';
import { useAddress } from '../address/use-address';
import type { Days } from '../address/period';
import { useGraph } from '../graph/use-graph';
import { useLanguage } from '../language/use-language';
import {
  type Indicator,
  LEADS,
  type LeadName,
  type ListRequest,
  type Measure,
  type Scope,
  addressOf,
  evidenceOf,
} from '../lists/list-request';
import type { Column, FigureColumn } from '../table/column';

/** Where figures are of, in place and time. */
export interface Where {
  readonly scope: Scope;
  readonly days: Days;
}

interface LeadProps {
  readonly where: Where;
  readonly to: LeadName;
  /** The figure that the list must come to. */
  readonly value: number;
  /** Beside the filter of the figure. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly children: ReactNode;
}

/** A number that leads to the rows that it counts. Lists need a token: without one it is only a number. */
export function Lead({ where, to, value, more, children }: LeadProps): ReactNode {
  const { words } = useLanguage();
  const request = LEADS[to](where.scope, where.days);
  return (
    <ToRows
      name={to}
      figure={words.figures[to]}
      value={value}
      request={{ ...request, filter: { ...request.filter, ...more } }}
    >
      {children}
    </ToRows>
  );
}

interface BehindProps {
  readonly where: Where;
  readonly indicator: Indicator;
  /** As the page calls it. */
  readonly figure: string;
  readonly measure?: Measure;
  /** The figure that the records must come to. */
  readonly value: number | null;
  readonly overlay?: string;
  readonly children: ReactNode;
}

/** A number that leads to the records that add up to it, where no list has just these as its rows. */
export function Behind({
  where,
  indicator,
  figure,
  measure = 'cases',
  value,
  overlay,
  children,
}: BehindProps): ReactNode {
  return (
    <ToRows
      name={`${indicator}.${measure}`}
      figure={figure}
      value={value ?? 0}
      request={evidenceOf(indicator, measure, where.scope, where.days, overlay)}
    >
      {children}
    </ToRows>
  );
}

/** A column whose numbers lead to the records behind them. */
export function withEvidence<Row>(
  column: FigureColumn<Row>,
  whereOf: (row: Row) => Where,
  { measure = 'cases', overlayOf }: { readonly measure?: Measure; readonly overlayOf?: (row: Row) => string } = {},
): Column<Row> {
  return {
    ...column,
    show: (row) => (
      <Behind
        where={whereOf(row)}
        indicator={column.indicator}
        figure={column.heading}
        measure={measure}
        value={column.value(row)}
        overlay={overlayOf?.(row)}
      >
        {column.show(row)}
      </Behind>
    ),
  };
}

interface ToRowsProps {
  readonly name: string;
  readonly figure: string;
  readonly value: number;
  readonly request: ListRequest;
  readonly children: ReactNode;
}

function ToRows({ name, figure, value, request, children }: ToRowsProps): ReactNode {
  const { to } = useAddress();
  const { isSignedIn } = useGraph();
  const { words } = useLanguage();
  if (!isSignedIn || value === 0) return children;
  return (
    <a className="lead" data-lead={name} href={to(addressOf(request, figure, value))} title={words.openList(figure)}>
      {children}
    </a>
  );
}
