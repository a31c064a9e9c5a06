import { type Reconciled, numberIn } from '@thads/reports';
import type { ReactNode } from 'react';
import type { Figures } from '../figures/figures';
import { Behind } from '../figures/lead';
import { useLanguage } from '../language/use-language';
import { indicatorWords } from './indicators';

interface ComputedProps {
  readonly of: Reconciled;
  readonly show: (value: number, unit: string) => string;
}

/** What the graph computes: leads to the records behind it; a change, to those of the two numbers that it is between. */
export function Computed({ of: { figure, graph, statistics }, show }: ComputedProps): ReactNode {
  const { language, words } = useLanguage();
  const { scope, overlay, change, source, unit } = figure;
  const { indicator, measure, behind } = source;
  if (graph === null) return words.none;
  const name = indicatorWords({ ...figure, change: null }, language);
  const led = (figures: Figures | null, called: string, shown: string): ReactNode =>
    behind ? (
      <Behind
        scope={scope === 'VN' ? { kind: 'nation', id: null } : { kind: 'province', id: scope }}
        figures={figures}
        {...behind}
        figure={called}
        measure={measure ?? 'cases'}
        narrowed={overlay === null ? undefined : { overlay }}
      >
        {shown}
      </Behind>
    ) : (
      shown
    );
  if (change === null) {
    return <span data-figure={indicator.split('.')[1]}>{led(statistics, name, show(graph, unit))}</span>;
  }
  // Both are known, or there was no change.
  const lastYear = statistics?.samePeriodLastYear ?? null;
  const unitOfBoth = behind?.isRate ? 'percent' : measure === 'money' ? 'VND' : '';
  const numberOf = (figures: Figures | null): string => show(numberIn(source, figures)!, unitOfBoth);
  return (
    <>
      <span data-figure="change">{show(graph, unit)}</span>
      <div className="computed-between">
        {led(statistics, name, numberOf(statistics))};{' '}
        {led(lastYear, `${name}, ${words.samePeriod}`, `${words.samePeriod} ${numberOf(lastYear)}`)}
      </div>
    </>
  );
}
