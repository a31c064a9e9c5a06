import { type ReactNode, useState } from 'react';
import { withEvidence } from '../figures/lead';
import { Officers as OfficersOperation, type OfficersQuery, type PeriodInput } from '../graph/operations';
import { useAnswer } from '../graph/use-graph';
import { useLanguage } from '../language/use-language';
import { Panel } from '../panel/panel';
import { Table } from '../table/table';
import { useCaseColumns } from './case-columns';

type OfficerRow = NonNullable<NonNullable<OfficersQuery['office']>['caseStatisticsByOfficer']>[number];

interface OfficersProps {
  /** Of one of them at a time. */
  readonly offices: readonly { readonly id: string; readonly name: string; readonly nameVi: string }[];
  readonly period: PeriodInput;
}

/** Stands in the graph for the officer of what nobody is in charge of. */
const NOBODY = 'NONE';

/** The figures of an office by the officer who is in charge of the cases now. */
export function Officers({ offices, period }: OfficersProps): ReactNode {
  const { words, nameOf } = useLanguage();
  const [chosen, choose] = useState(offices[0]!.id);
  const office = offices.some(({ id }) => id === chosen) ? chosen : offices[0]!.id;
  const asked = useAnswer(OfficersOperation, { id: office, period });
  const idOf = ({ officer }: OfficerRow): string => officer?.id ?? NOBODY;
  const figures = useCaseColumns(
    ({ statistics }: OfficerRow) => statistics,
    (column, options) =>
      withEvidence(column, () => ({ kind: 'office', id: office }), {
        ...options,
        narrowedOf: (row) => ({ officer: idOf(row) }),
      }),
  );
  return (
    <Panel
      name="officers"
      title={words.panels.officers}
      register="cases"
      asked={asked}
      field="caseStatisticsByOfficer"
      read={({ office: place }) => (place?.caseStatisticsByOfficer?.length ? place.caseStatisticsByOfficer : null)}
      tools={
        offices.length > 1 && (
          <select aria-label={words.office} value={office} onChange={({ target }) => choose(target.value)}>
            {offices.map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        )
      }
    >
      {(officers) => (
        <Table
          name={words.panels.officers}
          keyOf={idOf}
          rows={officers}
          columns={[
            {
              key: 'officer',
              heading: words.officers.officer,
              value: ({ officer }) => officer?.name ?? words.officers.none,
            },
            ...figures,
          ]}
        />
      )}
    </Panel>
  );
}
