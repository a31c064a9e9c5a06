import { type ReactNode, useMemo } from 'react';
import type { MonthFiguresFragment } from '../graph/operations';
import { useLanguage } from '../language/use-language';
import { withEvidence } from '../figures/lead';
import type { Scope } from '../lists/list-request';
import { figureColumns } from '../table/column';
import { Table } from '../table/table';
import { Chart } from './chart';

/** Colours of the style sheet: a drawing cannot look them up. */
const COLOURS = { completed: '#12355b', lastYear: '#b9c8d8', newlyReceived: '#b3261e' };

interface TrendProps {
  readonly months: readonly MonthFiguresFragment[];
  readonly scope: Scope;
}

/** Cases completed month by month, beside last year's. */
export function Trend({ months, scope }: TrendProps): ReactNode {
  const { words, numbers } = useLanguage();
  const { trend } = words;
  const option = useMemo(
    () => ({
      animation: false,
      color: [COLOURS.completed, COLOURS.lastYear, COLOURS.newlyReceived],
      legend: { top: 0, left: 0, itemGap: 16 },
      grid: { top: 40, left: 8, right: 12, bottom: 8 },
      // Drawn, not written into the page: the content security policy allows no styles in texts.
      tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: numbers.count, confine: true },
      xAxis: {
        type: 'category',
        data: months.map(({ period }) => numbers.month(period.from)),
        axisTick: { show: false },
      },
      yAxis: { type: 'value', axisLabel: { formatter: numbers.count }, splitNumber: 4 },
      series: [
        { name: trend.completed, type: 'bar', data: months.map(({ completed }) => completed.cases), barMaxWidth: 22 },
        {
          name: trend.lastYear,
          type: 'bar',
          data: months.map(({ samePeriodLastYear }) => samePeriodLastYear.completed.cases),
          barMaxWidth: 22,
        },
        {
          name: trend.newlyReceived,
          type: 'line',
          symbolSize: 6,
          data: months.map(({ newlyReceived }) => newlyReceived.cases),
        },
      ],
    }),
    [months, numbers, trend],
  );
  const figure = figureColumns(words.none, 'CaseStatistics', (month: MonthFiguresFragment) => month);
  const before = figureColumns(
    words.none,
    'CaseStatistics',
    ({ samePeriodLastYear }: MonthFiguresFragment) => samePeriodLastYear,
  );
  const columns = [
    figure('completed', trend.completed, 'completed', 'cases', numbers.count),
    before('lastYear', trend.lastYear, 'completed', 'cases', numbers.count),
    figure('newlyReceived', trend.newlyReceived, 'newlyReceived', 'cases', numbers.count),
  ];
  return (
    <>
      <Chart label={words.panels.trend} option={option} />
      <details className="as-table">
        <summary>{trend.asTable}</summary>
        <Table
          name={words.panels.trend}
          keyOf={({ period }) => period.from}
          rows={months}
          columns={[
            {
              key: 'month',
              heading: trend.month,
              value: ({ period }) => period.from,
              show: ({ period }) => numbers.month(period.from),
            },
            ...columns.map((column) => withEvidence(column, () => scope)),
          ]}
        />
      </details>
    </>
  );
}
