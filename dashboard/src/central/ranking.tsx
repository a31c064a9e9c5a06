import type { ReactNode } from 'react';
import { useAddress } from '../address/use-address';
import type { Days } from '../address/period';
import { Lead } from '../figures/lead';
import { useLanguage } from '../language/use-language';
import { Table } from '../table/table';
import type { Column } from '../table/column';
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
  const number = (
    key: string,
    heading: string,
    value: (statistics: NonNullable<RankedProvince['caseStatistics']>) => number | null | undefined,
    show: (value: number) => string,
  ): Column<RankedProvince> => {
    const valueOf = ({ caseStatistics }: RankedProvince): number | null =>
      (caseStatistics && value(caseStatistics)) ?? null;
    return {
      key,
      heading,
      value: valueOf,
      show(province) {
        const value = valueOf(province);
        return value === null ? words.none : show(value);
      },
      isNumber: true,
    };
  };
  const completed = number('completed', ranking.cases, ({ completed: { cases } }) => cases, numbers.count);
  const points = number('points', ranking.points, ({ pointsOverTarget }) => pointsOverTarget?.cases, numbers.points);
  const columns: Column<RankedProvince>[] = [
    {
      key: 'province',
      heading: ranking.province,
      value: nameOf,
      show: (province) => <a href={to({ view: 'province', id: province.id })}>{nameOf(province)}</a>,
    },
    number('rank', ranking.rank, ({ rank }) => rank?.cases, numbers.count),
    {
      ...number('rate', ranking.rateCases, ({ completionRate }) => completionRate.cases, numbers.rate),
      indicator: 'CaseStatistics.completionRate',
    },
    number(
      'lastYear',
      ranking.lastYear,
      ({ samePeriodLastYear }) => samePeriodLastYear.completionRate.cases,
      numbers.rate,
    ),
    {
      ...completed,
      show: (province) => (
        <Lead
          where={{ scope: { kind: 'province', id: province.id }, days }}
          to="completed"
          value={Number(completed.value(province) ?? 0)}
        >
          {completed.show!(province)}
        </Lead>
      ),
    },
    number('withConditions', ranking.of, ({ withConditions: { cases } }) => cases, numbers.count),
    number('target', ranking.target, ({ target }) => target?.cases, numbers.rate),
    {
      ...points,
      show: (province) => {
        const value = points.value(province);
        return typeof value === 'number' ? (
          <span className={value >= 0 ? 'good' : 'bad'}>{numbers.points(value)}</span>
        ) : (
          words.none
        );
      },
    },
    number('money', ranking.money, ({ completed: { money } }) => money, numbers.billions),
    number('rateMoney', ranking.rateMoney, ({ completionRate }) => completionRate.money, numbers.rate),
  ];
  return (
    <Table name={words.panels.ranking} columns={columns} rows={provinces} keyOf={({ id }) => id} sortedBy="rank" />
  );
}
