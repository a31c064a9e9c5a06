import type { ReactNode } from 'react';
import { useAddress } from '../address/use-address';
import type { Days } from '../address/period';
import { Lead } from '../figures/lead';
import { Offices as OfficesOperation, type OfficesQuery, type PeriodInput } from '../graph/operations';
import { useAnswer } from '../graph/use-graph';
import { useLanguage } from '../language/use-language';
import { Panel } from '../panel/panel';
import type { Column } from '../table/column';
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
  const number = (
    key: string,
    heading: string,
    value: (statistics: NonNullable<OfficeRow['caseStatistics']>) => number | null,
    show: (value: number) => string,
  ): Column<OfficeRow> => {
    const valueOf = ({ caseStatistics }: OfficeRow): number | null => (caseStatistics ? value(caseStatistics) : null);
    return {
      key,
      heading,
      value: valueOf,
      show(office) {
        const known = valueOf(office);
        return known === null ? words.none : show(known);
      },
      isNumber: true,
    };
  };
  const completed = number('completed', words.ranking.cases, (one) => one.completed.cases, numbers.count);
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
            number('toBeEnforced', words.figures.toBeEnforced, (one) => one.toBeEnforced.cases, numbers.count),
            number('withConditions', words.ranking.of, (one) => one.withConditions.cases, numbers.count),
            {
              ...completed,
              show: (office) => (
                <Lead
                  where={{ scope: { kind: 'office', id: office.id }, days }}
                  to="completed"
                  value={office.caseStatistics?.completed.cases ?? 0}
                >
                  {completed.show!(office)}
                </Lead>
              ),
            },
            number('rate', words.ranking.rateCases, (one) => one.completionRate.cases, numbers.rate),
            number(
              'lastYear',
              words.ranking.lastYear,
              (one) => one.samePeriodLastYear.completionRate.cases,
              numbers.rate,
            ),
            number('money', words.ranking.money, (one) => one.completed.money, numbers.billions),
            number('rateMoney', words.ranking.rateMoney, (one) => one.completionRate.money, numbers.rate),
          ]}
        />
      )}
    </Panel>
  );
}
