import { type PublishedFigure, publishedFigures } from './figures';
import type { Source } from './sources';

/** As the graph gives them: numbers, or pairs of number and money, by their names. */
export interface Statistics {
  readonly period: { readonly from: string; readonly through: string };
  readonly samePeriodLastYear?: Statistics;
}

/** What the graph says of one scope, period and category. Null where it is withheld from whoever asks. */
type Answer = Readonly<Record<string, Statistics | null>>;

/** The type, the field of a scope that has its statistics, and the field of these. */
function placeOf({ indicator }: Source): { type: string; statistics: string; field: string } {
  const [type, field] = indicator.split('.') as [string, string];
  return { type, statistics: type.charAt(0).toLowerCase() + type.slice(1), field };
}

const TYPES = [...new Set(publishedFigures.map(({ source }) => placeOf(source).type))];

const ofType = (type: string): PublishedFigure[] =>
  publishedFigures.filter(({ source }) => placeOf(source).type === type);

/** All that the figures need of a type of statistics, last year's too where one of them is a change. */
function selectionOf(type: string): string {
  const figures = ofType(type);
  const { statistics } = placeOf(figures[0]!.source);
  const isOfCategory = figures.some(({ overlay }) => overlay !== null);
  const isOfTwoYears = figures.some(({ change }) => change !== null);
  const given = isOfCategory ? 'period: $period, overlay: $overlay' : 'period: $period';
  const lastYear = isOfTwoYears ? ` samePeriodLastYear { ...${type}Read }` : '';
  return `${statistics}(${given}) { ...${type}Read${lastYear} }`;
}

function fragmentOf(type: string): string {
  const fields = ofType(type).flatMap(({ source }) => [
    `${placeOf(source).field}${source.measure ? ' { cases money }' : ''}`,
    ...(source.madeOf ?? []),
  ]);
  return `fragment ${type}Read on ${type} {
  period { from through }
  ${[...new Set(fields)].sort().join('\n  ')}
}`;
}

const SELECTIONS = TYPES.map(selectionOf).join('\n    ');

/** The operation, as it is sent. */
export const RECONCILE = `${TYPES.map(fragmentOf).join('\n')}
query Reconcile($province: ID!, $ofNation: Boolean!, $period: PeriodInput!, $overlay: CaseOverlay) {
  nation @include(if: $ofNation) {
    ${SELECTIONS}
  }
  province(id: $province) @skip(if: $ofNation) {
    ${SELECTIONS}
  }
}
`;

/** What the operation asks for a figure by. */
export function variablesOf({ scope, period, overlay }: PublishedFigure): Readonly<Record<string, unknown>> {
  const ofNation = scope === 'VN';
  return {
    province: ofNation ? 'VN34-01' : scope,
    ofNation,
    period: { from: period.from, through: period.through },
    overlay,
  };
}

/** Sends an operation and returns its data. Rejects when it has errors. */
export type Ask = <D>(query: string, variables: Readonly<Record<string, unknown>>) => Promise<D>;

/** The statistics that each figure is one of. Asks the graph once for every scope, period and category. */
export async function askFor(
  ask: Ask,
  figures: readonly PublishedFigure[],
): Promise<Map<PublishedFigure, Statistics | null>> {
  const asked = new Map<string, Promise<{ nation?: Answer; province?: Answer }>>();
  const found = new Map<PublishedFigure, Statistics | null>();
  for (const figure of figures) {
    const variables = variablesOf(figure);
    const key = JSON.stringify(variables);
    const answer = asked.get(key) ?? ask(RECONCILE, variables);
    asked.set(key, answer);
    const { nation, province } = await answer;
    found.set(figure, (nation ?? province)![placeOf(figure.source).statistics] ?? null);
  }
  return found;
}

/** The graph's figure for a published one; null when it has none. */
export function graphFigure({ source, change }: PublishedFigure, statistics: Statistics | null): number | null {
  const now = numberIn(source, statistics);
  if (change === null) return now;
  const before = numberIn(source, statistics?.samePeriodLastYear);
  if (now === null || before === null) return null;
  return change === 'percent' ? (100 * (now - before)) / before : now - before;
}

type Numbers = Readonly<Record<string, number | Readonly<Record<string, number | null>> | null>>;

/** Null where the graph has none. */
export function numberIn(source: Source, statistics: Statistics | null | undefined): number | null {
  const value = (statistics as unknown as Numbers | null | undefined)?.[placeOf(source).field];
  return (typeof value === 'object' ? value?.[source.measure ?? ''] : value) ?? null;
}
