import type { ReactNode } from 'react';
import { useAddress } from '../address/use-address';
import type { Days } from '../address/period';
import { Lead, type Where, withEvidence } from '../figures/lead';
import { Offices as OfficesOperation, type OfficesQuery, type PeriodInput } from '../graph/operations';
import { useAnswer } from '../graph/use-graph';
import { useLanguage } from '../language/use-language';
import { Panel } from '../panel/panel';
import { figureColumns } from '../table/column';
import { Table } from '../table/table';

type OfficeRow = NonNullable<OfficesQuery['province']>['offices'][number];

interface OfficesProps {
  readonly province: string;
  readonly period: PeriodInput;
  readonly days: Days;
}

export function Offices({ province, period, days }: OfficesProps): ReactNode {
  const { words, numbers, nameOf } = useLanguage();
  const { to } = useAddress();
  const asked = useAnswer(OfficesOperation, { id: province, period });
  const figure = figureColumns(words.none, 'CaseStatistics', ({ caseStatistics }: OfficeRow) => caseStatistics);
  const completed = figure('completed', words.ranking.cases, 'completed', (one) => one.completed.cases, numbers.count);
  const whereOf = ({ id }: OfficeRow): Where => ({ scope: { kind: 'office', id }, days });
  return (
    <Panel
      name="offices"
      title={words.panels.offices}
      register="cases"
      asked={asked}
      field="caseStatistics"
      read={(data) => {
        const offices = data.province?.offices ?? [];
        return offices.some(({ caseStatistics }) => caseStatistics) ? offices : null;
      }}
    >
      {(offices) => (
        <Table
          name={words.panels.offices}
          keyOf={({ id }) => id}
          rows={offices}
          columns={[
            {
              key: 'office',
              heading: words.office,
              value: nameOf,
              show: (office) => <a href={to({ view: 'office', id: office.id })}>{nameOf(office)}</a>,
            },
            withEvidence(
              figure(
                'toBeEnforced',
                words.figures.toBeEnforced,
                'toBeEnforced',
                (one) => one.toBeEnforced.cases,
                numbers.count,
              ),
              whereOf,
            ),
            withEvidence(
              figure(
                'withConditions',
                words.ranking.of,
                'withConditions',
                (one) => one.withConditions.cases,
                numbers.count,
              ),
              whereOf,
            ),
            {
              ...completed,
              show: (office) => (
                <Lead where={whereOf(office)} to="completed" value={office.caseStatistics?.completed.cases ?? 0}>
                  {completed.show(office)}
                </Lead>
              ),
            },
            figure('rate', words.ranking.rateCases, 'completionRate', (one) => one.completionRate.cases, numbers.rate),
            figure(
              'lastYear',
              words.ranking.lastYear,
              'completionRate',
              (one) => one.samePeriodLastYear.completionRate.cases,
              numbers.rate,
            ),
            withEvidence(
              figure('money', words.ranking.money, 'completed', (one) => one.completed.money, numbers.billions),
              whereOf,
              { measure: 'money' },
            ),
            figure(
              'rateMoney',
              words.ranking.rateMoney,
              'completionRate',
              (one) => one.completionRate.money,
              numbers.rate,
            ),
          ]}
        />
      )}
    </Panel>
  );
}
