import { type Judged, RECONCILE, REPORTS, type Reconciled, reconcile, variablesOf } from '@thads/reports';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Operation } from '../graph/operation';
import { useGraph } from '../graph/use-graph';
import { useLanguage } from '../language/use-language';
import { QueryLink } from '../panel/panel';
import { Table } from '../table/table';
import { Computed } from './computed';
import { indicatorWords } from './indicators';
import { Waiting } from '../panel/waiting';
import './reports.css';

/** The figures of the published reports beside what the graph computes, with what to think of them. */
export default function ReportsView(): ReactNode {
  const { ask, caller } = useGraph();
  const { words } = useLanguage();
  const { data, isError } = useQuery({
    queryKey: [caller, 'reconcile'],
    queryFn: () =>
      reconcile(async <D,>(text: string, variables: Readonly<Record<string, unknown>>): Promise<D> => {
        const { data: answered } = await ask<D, typeof variables>(
          { name: 'Reconcile', text } satisfies Operation<D, typeof variables>,
          variables,
        );
        if (answered === null) throw new Error('not answered');
        return answered;
      }),
    retry: false,
  });
  const count = (verdict: Judged['verdict']): number => data?.filter((one) => one.verdict === verdict).length ?? 0;
  return (
    <>
      <h2 className="place-name">{words.views.reports}</h2>
      {!data && (isError ? <p role="status">{words.reports.failed}</p> : <Waiting />)}
      {data && (
        <>
          <p data-figure="verdicts">
            {words.reports.summary(data.length, count('REPRODUCED'), count('CONTRADICTS_ITSELF'), count('DIFFERS'))}
            {count('WITHHELD') > 0 && `, ${words.reports.withheld(count('WITHHELD'))}`}
          </p>
          {Object.keys(REPORTS)
            .sort()
            .map((report) => (
              <Report key={report} report={report} judged={data.filter(({ figure }) => figure.report === report)} />
            ))}
        </>
      )}
    </>
  );
}

function Report({ report, judged }: { readonly report: string; readonly judged: readonly Reconciled[] }): ReactNode {
  const { language, words, numbers } = useLanguage();
  const [first] = judged;
  const title = `${words.reports.report(report)}: ${words.reports.titles[report] ?? REPORTS[report]!.title}`;
  const format = (value: number, unit: string): string => {
    if (unit === 'VND') return `${numbers.billions(value)} ${words.billions}`;
    if (unit === 'percent') return `${numbers.rate(value)} %`;
    return unit.startsWith('percent') ? `${numbers.rate(value)} ${words.points}` : numbers.count(value);
  };
  const precisionOf = ({ qualifier, precision }: Judged['figure']): string => {
    const word = words.reports.precision[qualifier === 'nearly' ? 'nearly' : precision];
    return word ? `${word} ` : '';
  };
  return (
    <section className="panel report" data-report={report} aria-labelledby={`report-${report}`}>
      <header className="panel-head">
        <h2 id={`report-${report}`}>{title}</h2>
        <div className="panel-tools">
          {first && (
            <QueryLink
              title={title}
              asked={{
                text: RECONCILE,
                variables: variablesOf(first.figure),
              }}
            />
          )}
        </div>
      </header>
      <Table
        name={title}
        keyOf={({ figure }) => figure.id}
        rows={judged}
        columns={[
          {
            key: 'indicator',
            heading: words.reports.indicator,
            value: ({ figure }) => indicatorWords(figure, language),
          },
          {
            key: 'published',
            heading: words.reports.published,
            isNumber: true,
            value: ({ figure }) => figure.value,
            show: ({ figure }) => (
              <>
                {precisionOf(figure)}
                {format(figure.value, figure.unit)}
              </>
            ),
          },
          {
            key: 'computed',
            heading: words.reports.computed,
            isNumber: true,
            value: ({ graph }) => graph,
            show: (one) => <Computed of={one} show={format} />,
          },
          {
            key: 'verdict',
            heading: words.reports.verdict,
            value: (one) => words.reports.verdicts[one.verdict],
            show: ({ figure, verdict, reason }) => (
              <>
                <span className={`verdict verdict-${verdict}`}>{words.reports.verdicts[verdict]}</span>
                {reason && <div className="verdict-reason">{words.reports.reasons[figure.id] ?? reason}</div>}
              </>
            ),
          },
          { key: 'quote', heading: words.reports.quote, value: ({ figure }) => figure.quote },
        ]}
      />
    </section>
  );
}
