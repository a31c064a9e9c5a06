import type { ReactNode } from 'react';
import { useLanguage } from '../language/use-language';
import { Change } from './change';

export interface FigureRow {
  readonly name: string;
  readonly label: string;
  readonly now: number | null;
  readonly before: number | null;
  readonly show: (value: number) => string;
  readonly isRate?: boolean;
  /** Puts a link around the number. */
  readonly lead?: (number: string) => ReactNode;
}

/** Figures one below the other, each beside last year's. */
export function FigureTable({ rows }: { readonly rows: readonly FigureRow[] }): ReactNode {
  const { words } = useLanguage();
  return (
    <table className="figure-table">
      <tbody>
        {rows.map(({ name, label, now, before, show, isRate = false, lead }) => {
          const number = now === null ? words.none : show(now);
          return (
            <tr key={name} data-figure={name}>
              <th scope="row">{label}</th>
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
