import type { ReactNode } from 'react';
import { useLanguage } from '../language/use-language';
import { Change } from './change';
import type { Indicator, Measure } from '../lists/list-request';
import { Behind, type Where } from './lead';
import { Meaning } from './meaning';

export interface FigureRow {
  readonly name: string;
  /** As definitions know it; without it, the table's type of figures and its name. */
  readonly indicator?: Indicator;
  readonly label: string;
  readonly now: number | null;
  readonly before: number | null;
  readonly show: (value: number) => string;
  readonly isRate?: boolean;
  readonly measure?: Measure;
  /** Leads to a list; without it, to the records behind the figure. */
  readonly lead?: (number: string) => ReactNode;
}

interface FigureTableProps {
  /** The type of its figures in the graph. */
  readonly of: 'PetitionStatistics' | 'InspectionStatistics' | 'RecoveryStatistics';
  readonly where: Where;
  readonly rows: readonly FigureRow[];
}

/** Figures one below the other, each beside last year's. */
export function FigureTable({ of, where, rows }: FigureTableProps): ReactNode {
  const { words } = useLanguage();
  return (
    <table className="figure-table">
      <tbody>
        {rows.map(
          ({ name, indicator = `${of}.${name}` as const, label, now, before, show, isRate = false, measure, lead }) => {
            const number = now === null ? words.none : show(now);
            const evidence = isRate ? (
              number
            ) : (
              <Behind where={where} indicator={indicator} figure={label} measure={measure} value={now}>
                {number}
              </Behind>
            );
            return (
              <tr key={name} data-figure={name}>
                <th scope="row">
                  {label}
                  <Meaning of={indicator} />
                </th>
                <td className="number">
                  <b>{lead ? lead(number) : evidence}</b>
                  <div>
                    <Change now={now} before={before} show={show} isRate={isRate} />
                  </div>
                </td>
              </tr>
            );
          },
        )}
      </tbody>
    </table>
  );
}
