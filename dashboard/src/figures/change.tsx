import type { ReactNode } from 'react';
import { useLanguage } from '../language/use-language';
import type { Indicator, Measure, Scope } from '../lists/list-request';
import { type FiguresOfTwoYears, figureIn } from './figures';
import { Behind } from './lead';

interface ChangeProps {
  readonly scope: Scope;
  readonly figures: FiguresOfTwoYears | null | undefined;
  readonly indicator: Indicator;
  /** As the page calls it. */
  readonly figure: string;
  readonly measure?: Measure | undefined;
  /** Rates differ by points, everything else by percent. */
  readonly isRate?: boolean;
  readonly show: (value: number) => string;
}

/** The figure of the same period last year, and how far this year's is from it. */
export function Change({
  scope,
  figures,
  indicator,
  figure,
  measure = 'cases',
  isRate = false,
  show,
}: ChangeProps): ReactNode {
  const { words, numbers } = useLanguage();
  const [, field] = indicator.split('.') as [string, string];
  const now = figureIn(figures, field, measure);
  const before = figureIn(figures?.samePeriodLastYear, field, measure);
  if (before === null || now === null || before === 0) return null;
  const difference = isRate ? `${numbers.points(now - before)} ${words.points}` : numbers.change(now, before);
  const direction = now > before ? 'up' : now < before ? 'down' : 'same';
  return (
    <span className={`change change-${direction}`}>
      <span aria-hidden="true">{direction === 'up' ? '▲' : direction === 'down' ? '▼' : '='}</span> {difference}{' '}
      <span className="change-before">
        (
        <Behind
          scope={scope}
          figures={figures?.samePeriodLastYear}
          indicator={indicator}
          figure={`${figure}, ${words.samePeriod}`}
          measure={measure}
          isRate={isRate}
        >
          {words.samePeriod} {show(before)}
        </Behind>
        )
      </span>
    </span>
  );
}
