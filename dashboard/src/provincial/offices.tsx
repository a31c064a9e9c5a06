import type { ReactNode } from 'react';
import { useAddress } from '../address/use-address';
import type { Days } from '../address/period';
import { Lead, withEvidence } from '../figures/lead';
import { Offices as OfficesOperation, type OfficesQuery, type PeriodInput } from '../graph/operations';
import { useAnswer } from '../graph/use-graph';
import { useLanguage } from '../language/use-language';
import type { Scope } from '../lists/list-request';
import { Panel } from '../panel/panel';
import { Table } from '../table/table';
import { useCaseColumns } from './case-columns';

type OfficeRow = NonNullable<OfficesQuery['province']>['offices'][number];

interface OfficesProps {
  readonly province: string;
  readonly period: PeriodInput;
  readonly days: Days;
}

export function Offices({ province, period, days }: OfficesProps): ReactNode {
  const { words, nameOf } = useLanguage();
  const { to } = useAddress();
  const asked = useAnswer(OfficesOperation, { id: province, period });
  const scopeOf = ({ id }: OfficeRow): Scope => ({ kind: 'office', id });
  const figures = useCaseColumns(
    ({ caseStatistics }: OfficeRow) => caseStatistics,
    (column, options) => {
      if (column.key !== 'completed') return withEvidence(column, scopeOf, options);
      return {
        ...column,
        show: (office) => (
          <Lead where={{ scope: scopeOf(office), days }} to="completed" value={column.value(office) ?? 0}>
            {column.show(office)}
          </Lead>
        ),
      };
    },
  );
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
            ...figures,
          ]}
        />
      )}
    </Panel>
  );
}
