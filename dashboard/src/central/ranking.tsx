import type { ReactNode } from 'react';
import { useAddress } from '../address/use-address';
import type { Days } from '../address/period';
import { Behind, Lead, withEvidence } from '../figures/lead';
import { useLanguage } from '../language/use-language';
import type { Scope } from '../lists/list-request';
import { Table } from '../table/table';
import { type Column, type FigureColumn, figureColumns } from '../table/column';
import type { RankedProvince } from './map';

interface RankingProps {
  readonly provinces: readonly RankedProvince[];
  readonly days: Days;
}

/** Provinces by completion rate, each with the numbers behind it. */
export function Ranking({ provinces, days }: RankingProps): ReactNode {
  const { words, numbers, nameOf } = useLanguage();
  const { to } = useAddress();
  const { ranking } = words;
  const figure = figureColumns(words.none, 'CaseStatistics', ({ caseStatistics }: RankedProvince) => caseStatistics);
  const before = figureColumns(
    words.none,
    'CaseStatistics',
    ({ caseStatistics }: RankedProvince) => caseStatistics?.samePeriodLastYear,
  );
  const completed = figure('completed', ranking.cases, 'completed', 'cases', numbers.count);
  const points = figure('points', ranking.points, 'pointsOverTarget', 'cases', numbers.points);
  const scopeOf = ({ id }: RankedProvince): Scope => ({ kind: 'province', id });
  const led = (column: FigureColumn<RankedProvince>): Column<RankedProvince> => withEvidence(column, scopeOf);
  const rate = (column: FigureColumn<RankedProvince>): Column<RankedProvince> =>
    withEvidence(column, scopeOf, { isRate: true });
  const columns: Column<RankedProvince>[] = [
    {
      key: 'province',
      heading: ranking.province,
      value: nameOf,
      show: (province) => <a href={to({ view: 'province', id: province.id })}>{nameOf(province)}</a>,
    },
    figure('rank', ranking.rank, 'rank', 'cases', numbers.count),
    rate(figure('rate', ranking.rateCases, 'completionRate', 'cases', numbers.rate)),
    rate(before('lastYear', ranking.lastYear, 'completionRate', 'cases', numbers.rate)),
    {
      ...completed,
      show: (province) => (
        <Lead where={{ scope: scopeOf(province), days }} to="completed" value={completed.value(province) ?? 0}>
          {completed.show(province)}
        </Lead>
      ),
    },
    led(figure('withConditions', ranking.of, 'withConditions', 'cases', numbers.count)),
    figure('target', ranking.target, 'target', 'cases', numbers.rate),
    {
      ...points,
      show: (province) => {
        const value = points.value(province);
        return value === null ? (
          words.none
        ) : (
          <Behind
            scope={scopeOf(province)}
            figures={points.figuresOf(province)}
            indicator="CaseStatistics.completionRate"
            figure={ranking.points}
            isRate
          >
            <span className={value >= 0 ? 'good' : 'bad'}>{numbers.points(value)}</span>
          </Behind>
        );
      },
    },
    led(figure('money', ranking.money, 'completed', 'money', numbers.billions)),
    rate(figure('rateMoney', ranking.rateMoney, 'completionRate', 'money', numbers.rate)),
  ];
  return (
    <Table name={words.panels.ranking} columns={columns} rows={provinces} keyOf={({ id }) => id} sortedBy="rank" />
  );
}
