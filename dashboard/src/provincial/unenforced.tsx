import { type ReactNode, useId, useMemo } from 'react';
import { useAddress } from '../address/use-address';
import { today } from '../address/period';
import type { Where } from '../figures/lead';
import type { CaseListQuery } from '../graph/operations';
import { useLanguage } from '../language/use-language';
import { DEFINITIONS } from '../lists/definitions';
import { addressOf } from '../lists/list-request';
import { useRows } from '../lists/use-rows';
import { rowsWanted } from '../lists/wanted';
import { Fault, QueryLink } from '../panel/panel';
import { Table } from '../table/table';
import { aYearBefore } from './worklists';
import { Waiting } from '../panel/waiting';

type CaseNode = CaseListQuery['page']['nodes'][number];

interface OfficerRow {
  /** Empty: nobody is assigned. */
  readonly id: string;
  readonly name: string;
  readonly cases: number;
  readonly outstanding: number;
  readonly oldest: string;
}

/** The worklist of what has been unenforced for over a year, added up by officer. */
export function Unenforced({ where: { scope } }: { readonly where: Where }): ReactNode {
  const { words, numbers } = useLanguage();
  const { to } = useAddress();
  const heading = useId();
  const filter = useMemo(
    () => ({ [scope.kind]: scope.id, unenforcedSince: aYearBefore(today()) }),
    [scope.kind, scope.id],
  );
  const wanted = useMemo(() => rowsWanted(DEFINITIONS.cases, filter), [filter]);
  const { rows, progress, again } = useRows(wanted);
  const officers = useMemo(() => byOfficer(rows?.nodes ?? [], words.officers.none), [rows, words]);
  const led = ({ id, name, cases }: OfficerRow, number: string): ReactNode =>
    id === '' ? (
      number
    ) : (
      <a className="lead" href={to(addressOf({ list: 'cases', filter: { ...filter, officer: id } }, name, cases))}>
        {number}
      </a>
    );
  return (
    <section className="panel" aria-labelledby={heading} data-panel="unenforced">
      <header className="panel-head">
        <h2 id={heading}>{words.panels.unenforced}</h2>
        <div className="panel-tools">
          <QueryLink
            title={words.panels.unenforced}
            asked={{ text: wanted.operation.text, variables: { filter, first: 100, counted: true } }}
          />
        </div>
      </header>
      {!rows && <Waiting>{words.lists.loading(numbers.count(progress))}</Waiting>}
      {rows?.fault && <Fault fault={rows.fault} register="cases" again={again} />}
      {rows && !rows.fault && officers.length === 0 && <p className="panel-empty">{words.lists.empty}</p>}
      {rows && !rows.fault && !rows.isWhole && <p>{words.lists.partial(numbers.count(rows.nodes.length))}</p>}
      {officers.length > 0 && (
        <Table
          name={words.panels.unenforced}
          keyOf={({ id }) => id}
          rows={officers}
          sortedBy="cases"
          isDescending
          columns={[
            { key: 'officer', heading: words.officers.officer, value: ({ name }) => name },
            {
              key: 'cases',
              heading: words.officers.open,
              value: ({ cases }) => cases,
              isNumber: true,
              show: (row) => led(row, numbers.count(row.cases)),
            },
            {
              key: 'outstanding',
              heading: words.officers.outstanding,
              value: ({ outstanding }) => outstanding / 1e9,
              isNumber: true,
              show: (row) => led(row, numbers.billions(row.outstanding)),
            },
            {
              key: 'oldest',
              heading: words.officers.oldest,
              value: ({ oldest }) => oldest,
              show: ({ oldest }) => numbers.day(oldest),
            },
          ]}
        />
      )}
    </section>
  );
}

function byOfficer(nodes: readonly CaseNode[], nobody: string): OfficerRow[] {
  const officers = new Map<string, OfficerRow>();
  for (const { officer, outstanding, decidedOn } of nodes) {
    const id = officer?.id ?? '';
    const known = officers.get(id) ?? {
      id,
      name: officer?.name ?? nobody,
      cases: 0,
      outstanding: 0,
      oldest: '9999-12-31',
    };
    officers.set(id, {
      ...known,
      cases: known.cases + 1,
      outstanding: known.outstanding + (outstanding ?? 0),
      oldest: decidedOn && decidedOn < known.oldest ? decidedOn : known.oldest,
    });
  }
  return [...officers.values()];
}
