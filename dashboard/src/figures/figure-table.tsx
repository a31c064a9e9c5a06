import type { ReactNode } from 'react';
import { useLanguage } from '../language/use-language';
import { Change } from './change';
import { Meaning } from './meaning';

export interface FigureRow {
  readonly name: string;
  /** As definitions know it; without it, the table's type of figures and its name. */
  readonly indicator?: string;
  readonly label: string;
  readonly now: number | null;
  readonly before: number | null;
  readonly show: (value: number) => string;
  readonly isRate?: boolean;
  /** Puts a link around the number. */
  readonly lead?: (number: string) => ReactNode;
}

interface FigureTableProps {
  /** The type of its figures in the graph. */
  readonly of: string;
  readonly rows: readonly FigureRow[];
}

/** Figures one below the other, each beside last year's. */
export function FigureTable({ of, rows }: FigureTableProps): ReactNode {
  const { words } = useLanguage();
  return (
    <table className="figure-table">
      <tbody>
        {rows.map(({ name, indicator = `${of}.${name}`, label, now, before, show, isRate = false, lead }) => {
          const number = now === null ? words.none : show(now);
          return (
            <tr key={name} data-figure={name}>
              <th scope="row">
                {label}
                <Meaning of={indicator} />
              </th>
              <td className="number">
                <b>{lead ? lead(number) : number}</b>
                <div>
                  <Change now={now} before={before} show={show} isRate={isRate} />
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
