import type { ReactNode } from 'react';
import { useLanguage } from '../language/use-language';
import type { Indicator, LeadName, Measure } from '../lists/list-request';
import { Change } from './change';
import { type FiguresOfTwoYears, figureIn } from './figures';
import { Behind, Lead, type Where } from './lead';
import { Meaning } from './meaning';

export interface FigureRow {
  readonly name: string;
  readonly label: string;
  /** What the figure is one of. */
  readonly figures: FiguresOfTwoYears | null | undefined;
  readonly indicator: Indicator;
  readonly measure?: Measure;
  readonly isRate?: boolean;
  readonly show: (value: number) => string;
  /** The list that it leads to; without it, to the records behind the figure. */
  readonly lead?: LeadName | undefined;
}

interface FigureTableProps {
  readonly where: Where;
  readonly rows: readonly FigureRow[];
}

/** Figures one below the other, each beside last year's. */
export function FigureTable({ where, rows }: FigureTableProps): ReactNode {
  const { words } = useLanguage();
  return (
    <table className="figure-table">
      <tbody>
        {rows.map(({ name, label, lead, ...row }) => {
          const { figures, indicator, measure = 'cases', show } = row;
          const value = figureIn(figures, indicator.split('.')[1]!, measure);
          const number = value === null ? words.none : show(value);
          return (
            <tr key={name} data-figure={name}>
              <th scope="row">
                {label}
                <Meaning of={indicator} />
              </th>
              <td className="number">
                <b>
                  {lead ? (
                    <Lead where={where} to={lead} value={value ?? 0}>
                      {number}
                    </Lead>
                  ) : (
                    <Behind scope={where.scope} figure={label} {...row}>
                      {number}
                    </Behind>
                  )}
                </b>
                <div>
                  <Change scope={where.scope} figure={label} {...row} />
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
