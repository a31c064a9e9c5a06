import { type ReactNode, useMemo, useState } from 'react';
import { compareIn } from '../language/numbers';
import { useLanguage } from '../language/use-language';
import { Meaning } from '../figures/meaning';
import type { Cell, Column } from './column';
import { saveTable } from './save';
import './table.css';

interface TableProps<Row> {
  /** Says what the table is; the name of exported files too. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The first column names the row. */
  readonly sortedBy?: string;
  readonly isDescending?: boolean;
}

/** Rows that are shown at first, and each time more are asked for. */
const SHOWN = 100;

/** A table that is sorted by its headings and saved as CSV or for Excel. Rows without a value come last. */
export function Table<Row>({ name, columns, rows, keyOf, sortedBy, isDescending = false }: TableProps<Row>): ReactNode {
  const { language, words } = useLanguage();
  const [order, setOrder] = useState({ by: sortedBy, descending: isDescending });
  const [shown, setShown] = useState(SHOWN);
  const sorted = useMemo(() => {
    const column = columns.find(({ key }) => key === order.by);
    return column ? sortRows(rows, column.value, order.descending, language) : rows;
  }, [rows, columns, order, language]);
  const cells = (): Cell[][] => [
    columns.map(({ heading }) => heading),
    ...sorted.map((row) => columns.map(({ value }) => value(row))),
  ];
  return (
    <>
      <div className="table-scroll" role="group" aria-label={name} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              {columns.map(({ key, heading, isNumber, indicator }) => (
                <th
                  key={key}
                  scope="col"
                  className={isNumber ? 'number' : undefined}
                  aria-sort={order.by === key ? (order.descending ? 'descending' : 'ascending') : undefined}
                >
                  <button
                    type="button"
                    className="sort"
                    onClick={() =>
                      setOrder({ by: key, descending: order.by === key ? !order.descending : isNumber === true })
                    }
                  >
                    {heading}
                  </button>
                  {indicator && <Meaning of={indicator} />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, shown).map((row) => (
              <tr key={keyOf(row)} data-row={keyOf(row)}>
                {columns.map(({ key, value, show, isNumber }, index) => {
                  const content = show ? show(row) : (value(row) ?? words.none);
                  return index === 0 ? (
                    <th key={key} scope="row">
                      {content}
                    </th>
                  ) : (
                    <td key={key} className={isNumber ? 'number' : undefined} data-column={key}>
                      {content}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sorted.length > shown && (
        <button type="button" className="table-more" onClick={() => setShown(shown + SHOWN)}>
          {words.lists.more} ({shown}/{sorted.length})
        </button>
      )}
      <div className="table-tools">
        {(['csv', 'xlsx'] as const).map((format) => (
          <button
            key={format}
            type="button"
            className="tool"
            aria-label={words.tools.export(words.tools[format], name)}
            onClick={() => void saveTable(format, name, cells())}
          >
            {words.tools[format]}
          </button>
        ))}
      </div>
    </>
  );
}

function sortRows<Row>(
  rows: readonly Row[],
  value: (row: Row) => Cell,
  isDescending: boolean,
  language: 'vi' | 'en',
): readonly Row[] {
  const direction = isDescending ? -1 : 1;
  return [...rows].sort((rowA, rowB) => {
    const [a, b] = [value(rowA), value(rowB)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === 'number' && typeof b === 'number') return direction * (a - b);
    return direction * compareIn(language, String(a), String(b));
  });
}
