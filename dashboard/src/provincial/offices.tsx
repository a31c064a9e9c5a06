import type { ReactNode } from 'react';
import { useAddress } from '../address/use-address';
import type { Days } from '../address/period';
import { Lead, withEvidence } from '../figures/lead';
import { Offices as OfficesOperation, type OfficesQuery, type PeriodInput } from '../graph/operations';
import { useAnswer } from '../graph/use-graph';
import { useLanguage } from '../language/use-language';
import type { Scope } from '../lists/list-request';
import { Panel } from '../panel/panel';
import { type Column, type FigureColumn, figureColumns } from '../table/column';
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
  const { ranking } = words;
  const figure = figureColumns(words.none, 'CaseStatistics', ({ caseStatistics }: OfficeRow) => caseStatistics);
  const before = figureColumns(
    words.none,
    'CaseStatistics',
    ({ caseStatistics }: OfficeRow) => caseStatistics?.samePeriodLastYear,
  );
  const completed = figure('completed', ranking.cases, 'completed', 'cases', numbers.count);
  const scopeOf = ({ id }: OfficeRow): Scope => ({ kind: 'office', id });
  const led = (column: FigureColumn<OfficeRow>): Column<OfficeRow> => withEvidence(column, scopeOf);
  const rate = (column: FigureColumn<OfficeRow>): Column<OfficeRow> => withEvidence(column, scopeOf, { isRate: true });
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
            led(figure('toBeEnforced', words.figures.toBeEnforced, 'toBeEnforced', 'cases', numbers.count)),
            led(figure('withConditions', ranking.of, 'withConditions', 'cases', numbers.count)),
            {
              ...completed,
              show: (office) => (
                <Lead where={{ scope: scopeOf(office), days }} to="completed" value={completed.value(office) ?? 0}>
                  {completed.show(office)}
                </Lead>
              ),
            },
            rate(figure('rate', ranking.rateCases, 'completionRate', 'cases', numbers.rate)),
            rate(before('lastYear', ranking.lastYear, 'completionRate', 'cases', numbers.rate)),
            led(figure('money', ranking.money, 'completed', 'money', numbers.billions)),
            rate(figure('rateMoney', ranking.rateMoney, 'completionRate', 'money', numbers.rate)),
          ]}
        />
      )}
    </Panel>
  );
}
