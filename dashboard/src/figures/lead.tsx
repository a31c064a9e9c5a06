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
  type Narrowing,
  type RateOfRows,
  type Scope,
  type Statistics,
  addressOf,
  evidenceOf,
} from '../lists/list-request';
import type { Column, FigureColumn } from '../table/column';
import { type Figures, figureIn } from './figures';
import { useDefinition } from './use-definition';

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
  readonly scope: Scope;
  /** What the figure is one of, with the period that all of them are of. */
  readonly figures: Figures | null | undefined;
  readonly indicator: Indicator;
  /** As the page calls it. */
  readonly figure: string;
  readonly measure?: Measure;
  /** Leads to the records of its numerator, and these to those of its denominator. */
  readonly isRate?: boolean;
  readonly narrowed?: Narrowing | undefined;
  readonly children: ReactNode;
}

/**
 * A number that leads to the records that add up to it, where no list has just these as its rows. What a rate is made of
 * is what its definition says; where that is in words, or not among the figures, the rate leads nowhere.
 */
export function Behind({
  scope,
  figures,
  indicator,
  figure,
  measure = 'cases',
  isRate = false,
  narrowed,
  children,
}: BehindProps): ReactNode {
  const { numerator, denominator } = useDefinition(indicator) ?? {};
  const [type, field] = indicator.split('.') as [Statistics, string];
  const counted = isRate ? (numerator ?? '') : field;
  const value = figureIn(figures, counted, measure);
  if (!figures || value === null) return children;
  const percent = figureIn(figures, field, measure);
  const of = figureIn(figures, denominator ?? '', measure);
  return (
    <ToRows
      name={`${indicator}.${measure}`}
      figure={figure}
      value={value}
      rate={isRate && percent !== null && of !== null ? { indicator, percent, of } : null}
      request={evidenceOf(`${type}.${counted}`, measure, scope, figures.period, narrowed)}
    >
      {children}
    </ToRows>
  );
}

interface EvidenceOptions<Row> {
  readonly isRate?: boolean;
  readonly narrowedOf?: (row: Row) => Narrowing;
}

/** A column whose numbers lead to the records behind them. */
export function withEvidence<Row>(
  column: FigureColumn<Row>,
  scopeOf: (row: Row) => Scope,
  { isRate = false, narrowedOf }: EvidenceOptions<Row> = {},
): Column<Row> {
  return {
    ...column,
    show: (row) => (
      <Behind
        scope={scopeOf(row)}
        figures={column.figuresOf(row)}
        indicator={column.indicator}
        figure={column.heading}
        measure={column.measure}
        isRate={isRate}
        narrowed={narrowedOf?.(row)}
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
  readonly rate?: RateOfRows | null;
  readonly request: ListRequest;
  readonly children: ReactNode;
}

function ToRows({ name, figure, value, rate = null, request, children }: ToRowsProps): ReactNode {
  const { to } = useAddress();
  const { isSignedIn } = useGraph();
  const { words } = useLanguage();
  // A rate of 0 % is still one of something.
  if (!isSignedIn || (value === 0 && !rate)) return children;
  return (
    <a
      className="lead"
      data-lead={name}
      href={to(addressOf(request, figure, value, rate))}
      title={words.openList(figure)}
    >
      {children}
    </a>
  );
}
