import { type ReactNode, useMemo } from 'react';
import { useAddress } from '../address/use-address';
import { CODES } from '../language/codes';
import { useLanguage } from '../language/use-language';
import type { Words } from '../language/vi';
import { Fault, QueryLink } from '../panel/panel';
import type { Column } from '../table/column';
import { Table } from '../table/table';
import { DEFINITIONS, type Field, type ListDefinition, type Sums, sumsOf } from './definitions';
import { LISTS, type ListName, type ListRequest } from './list-request';
import { RateOf } from './rate-of';
import { useRows } from './use-rows';
import { rowsWanted } from './wanted';
import { Waiting } from '../panel/waiting';
import './list.css';

/** The rows behind a number. */
export function ListView(): ReactNode {
  const { address } = useAddress();
  const { words } = useLanguage();
  const list = LISTS.find((known) => known === address.list);
  const filter = readFilter(address.filter);
  if (!list || !filter) return <p role="status">{words.lists.unknown}</p>;
  return <List key={`${list} ${address.filter}`} list={list} filter={filter} />;
}

interface Row {
  readonly id: string;
  /** Of evidence: records of several kinds may have the same id. */
  readonly type?: string;
}

interface ListProps {
  readonly list: ListName;
  readonly filter: Readonly<Record<string, unknown>>;
}

function List({ list, filter }: ListProps): ReactNode {
  const { address } = useAddress();
  const { words, numbers } = useLanguage();
  const definition = DEFINITIONS[list] as unknown as ListDefinition<Row>;
  const wanted = useMemo(() => rowsWanted(definition, filter), [definition, filter]);
  const { rows, progress, again } = useRows(wanted);
  const columns = useColumns(definition.fields);
  const question = {
    text: wanted.operation.text,
    variables: { ...wanted.variables, first: 100, counted: true },
  };
  const title = address.figure ? `${words.lists[list]}: ${address.figure}` : words.lists[list];
  return (
    <section className="panel" data-panel="list" aria-labelledby="list-title">
      <header className="panel-head">
        <h2 id="list-title">{title}</h2>
        <div className="panel-tools">
          <button type="button" className="tool" onClick={() => history.back()}>
            {words.lists.back}
          </button>
          <QueryLink title={title} asked={question} />
        </div>
      </header>
      <p className="list-filter">
        {Object.entries(filter).map(([name, value]) => (
          <span key={name}>
            {name}: <b>{typeof value === 'string' ? value : JSON.stringify(value)}</b>
          </span>
        ))}
      </p>
      {!rows && <Waiting>{words.lists.loading(numbers.count(progress))}</Waiting>}
      {rows?.fault && <Fault fault={rows.fault} register={definition.register} again={again} />}
      {rows && !rows.fault && (
        <>
          <Sum
            sums={sumsOf(definition, filter)}
            nodes={rows.nodes}
            totalCount={rows.totalCount}
            isWhole={rows.isWhole}
            request={{ list, filter }}
          />
          {rows.nodes.length === 0 ? (
            <p className="panel-empty">{words.lists.empty}</p>
          ) : (
            <Table name={title} columns={columns} rows={rows.nodes} keyOf={({ type = '', id }) => `${type} ${id}`} />
          )}
        </>
      )}
    </section>
  );
}

interface SumProps {
  readonly sums: Sums<Row> | null;
  readonly nodes: readonly Row[];
  readonly totalCount: number | null;
  readonly isWhole: boolean;
  readonly request: ListRequest;
}

/** What the rows come to, beside the figure that led here. */
function Sum({ sums, nodes, totalCount, isWhole, request }: SumProps): ReactNode {
  const { expected } = useAddress().address;
  const { words, numbers } = useLanguage();
  const { lists } = words;
  const sum = sums ? nodes.reduce((total, node) => total + sums.value(node), 0) : (totalCount ?? nodes.length);
  // Rows that were picked, or have to be added up, must all be here.
  const isKnown = isWhole || (!sums && totalCount !== null);
  const show = sums?.kind === 'dong' ? numbers.dong : numbers.count;
  return (
    <div className="list-sum" data-sum={sum}>
      <dl>
        <div>
          <dt>{lists.inList}</dt>
          <dd>{show(sum)}</dd>
        </div>
        {expected !== null && (
          <div>
            <dt>{lists.figure}</dt>
            <dd>{show(expected)}</dd>
          </div>
        )}
        <div>
          <dt>{lists.rows}</dt>
          <dd>{numbers.count(nodes.length)}</dd>
        </div>
        <RateOf request={request} show={show} />
      </dl>
      {!isWhole && <p className="muted">{lists.partial(numbers.count(nodes.length))}</p>}
      {expected !== null && isKnown && (
        <p className={sum === expected ? 'good' : 'bad'} data-matches={sum === expected}>
          {sum === expected ? `✓ ${lists.matches}` : lists.differs}
        </p>
      )}
    </div>
  );
}

function useColumns(fields: readonly Field<Row>[]): Column<Row>[] {
  const { language, words, numbers, nameOf } = useLanguage();
  return useMemo(
    () =>
      fields.map(({ name, kind, value }): Column<Row> => {
        const heading = words.columns[name];
        const isNumber = kind === 'dong' || kind === 'count';
        const raw = (row: Row): unknown => value(row) ?? null;
        return {
          key: name,
          heading,
          isNumber,
          value(row) {
            const known = raw(row);
            if (known === null) return null;
            if (kind === 'office') return nameOf(known as { name: string; nameVi: string });
            if (kind === 'recordType') return words.recordTypes[known as keyof Words['recordTypes']] ?? String(known);
            if (!(kind in CODES)) return known as string | number;
            const codes: Readonly<Record<string, Readonly<Record<'vi' | 'en', string>>>> =
              CODES[kind as keyof typeof CODES];
            return codes[String(known)]?.[language] ?? String(known);
          },
          ...((isNumber || kind === 'day') && {
            show(row: Row) {
              const known = raw(row);
              if (known === null) return words.none;
              return isNumber ? numbers.count(Number(known)) : numbers.day(String(known));
            },
          }),
        };
      }),
    [fields, language, words, numbers],
  );
}

function readFilter(text: string | null): Readonly<Record<string, unknown>> | null {
  try {
    const filter: unknown = JSON.parse(text ?? '{}');
    return typeof filter === 'object' && filter !== null && !Array.isArray(filter)
      ? (filter as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
