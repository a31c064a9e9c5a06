import type { ReactNode } from 'react';
import { useAddress } from '../address/use-address';
import type { Days } from '../address/period';
import { Lead, type Where, withEvidence } from '../figures/lead';
import { useLanguage } from '../language/use-language';
import { Table } from '../table/table';
import { type Column, figureColumns } from '../table/column';
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
  const completed = figure('completed', ranking.cases, 'completed', ({ completed: { cases } }) => cases, numbers.count);
  const points = figure(
    'points',
    ranking.points,
    'pointsOverTarget',
    ({ pointsOverTarget }) => pointsOverTarget?.cases,
    numbers.points,
  );
  const whereOf = ({ id }: RankedProvince): Where => ({ scope: { kind: 'province', id }, days });
  const columns: Column<RankedProvince>[] = [
    {
      key: 'province',
      heading: ranking.province,
      value: nameOf,
      show: (province) => <a href={to({ view: 'province', id: province.id })}>{nameOf(province)}</a>,
    },
    figure('rank', ranking.rank, 'rank', ({ rank }) => rank?.cases, numbers.count),
    figure('rate', ranking.rateCases, 'completionRate', ({ completionRate }) => completionRate.cases, numbers.rate),
    figure(
      'lastYear',
      ranking.lastYear,
      'completionRate',
      ({ samePeriodLastYear }) => samePeriodLastYear.completionRate.cases,
      numbers.rate,
    ),
    {
      ...completed,
      show: (province) => (
        <Lead where={whereOf(province)} to="completed" value={completed.value(province) ?? 0}>
          {completed.show(province)}
        </Lead>
      ),
    },
    withEvidence(
      figure('withConditions', ranking.of, 'withConditions', ({ withConditions: { cases } }) => cases, numbers.count),
      whereOf,
    ),
    figure('target', ranking.target, 'target', ({ target }) => target?.cases, numbers.rate),
    {
      ...points,
      show: (province) => {
        const value = points.value(province);
        return value !== null ? (
          <span className={value >= 0 ? 'good' : 'bad'}>{numbers.points(value)}</span>
        ) : (
          words.none
        );
      },
    },
    withEvidence(
      figure('money', ranking.money, 'completed', ({ completed: { money } }) => money, numbers.billions),
      whereOf,
      { measure: 'money' },
    ),
    figure(
      'rateMoney',
      ranking.rateMoney,
      'completionRate',
      ({ completionRate }) => completionRate.money,
      numbers.rate,
    ),
  ];
  return (
    <Table name={words.panels.ranking} columns={columns} rows={provinces} keyOf={({ id }) => id} sortedBy="rank" />
  );
}
