import type { ReactNode } from 'react';
import { useAddress } from '../address/use-address';
import type { Days } from '../address/period';
import type { MonthsReportedQuery } from '../graph/operations';
import { useLanguage } from '../language/use-language';
import { Table } from '../table/table';

type ReportedProvince = MonthsReportedQuery['provinces'][number];

interface LateProps {
  readonly provinces: readonly ReportedProvince[];
  readonly days: Days;
}

/** Provinces whose figures end before the period does. */
export function Late({ provinces, days }: LateProps): ReactNode {
  const { words, numbers, nameOf } = useLanguage();
  const { to } = useAddress();
  const { late } = words;
  const rows = provinces
    .map((province) => ({ province, last: lastMonthOf(province) }))
    .filter(({ last }) => last === null || last < days.through);
  const isMissing = (last: string | null): boolean => last === null || last < days.from;
  const missing = rows.filter(({ last }) => isMissing(last)).length;
  if (rows.length === 0) return <p>{late.complete}</p>;
  return (
    <>
      <p>
        <b data-figure="late">{late.count(missing, rows.length - missing)}</b>
      </p>
      <Table
        name={words.panels.late}
        keyOf={({ province: { id } }) => id}
        rows={rows}
        sortedBy="last"
        columns={[
          {
            key: 'province',
            heading: words.ranking.province,
            value: ({ province }) => nameOf(province),
            show: ({ province }) => <a href={to({ view: 'province', id: province.id })}>{nameOf(province)}</a>,
          },
          {
            key: 'last',
            heading: late.last,
            value: ({ last }) => last ?? '',
            show: ({ last }) => (last === null ? late.never : numbers.month(last)),
          },
          {
            key: 'state',
            heading: late.state,
            value: ({ last }) => (isMissing(last) ? late.missing : late.stopped(numbers.month(last!))),
          },
        ]}
      />
    </>
  );
}

/** Last day of the last month in which a case was received or completed. */
function lastMonthOf({ caseTrend }: ReportedProvince): string | null {
  const months = caseTrend?.filter(({ newlyReceived, completed }) => newlyReceived.cases > 0 || completed.cases > 0);
  return months?.at(-1)?.period.through ?? null;
}
