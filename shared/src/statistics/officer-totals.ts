import DataLoader from 'dataloader';
import type { IsoDate } from '../calendar/date';
import { type ReportingPeriod, samePeriodLastYear } from '../calendar/period';
import type { Reader } from '../database/reader';
import type { Scope } from '../geography/geography';
import type { Lifecycle } from '../register/lifecycle';
import { type RegisterDefinition, dimensionsOf } from '../register/register';
import { type PeriodTotals, boundaryDays } from './lines';
import { type Amount, NOTHING, type Totals } from './totals';
import type { LedgerFilter } from './views';

/** Stands for the officer of what nobody is in charge of, totals that were sent in without records among it. */
export const NOBODY = 'NONE';

type ByOfficer = ReadonlyMap<string, PeriodTotals>;

/**
 * P at the two ends of a period by the officer who is in charge of the subjects now, and of `NOBODY`: lines made of them
 * add up to those of the office. Offices that are asked about in one turn of the event loop become one SQL statement.
 */
export type OfficerTotals = (office: Scope, period: ReportingPeriod, filter: LedgerFilter) => Promise<ByOfficer>;

/** What an answer has of a period, and of the same period last year. */
interface Answers {
  readonly loader: DataLoader<Scope, readonly ByOfficer[], string>;
  readonly nth: number;
}

/**
 * Reads the journal of what was not over yet when the period began, or moved since: the running totals do not tell
 * officers apart. Last year is read in the same breath. One reader per request.
 */
export function createOfficerTotals(reader: Reader, register: RegisterDefinition): OfficerTotals {
  const known = new Map<string, Answers>();
  return async (office, period, filter) => {
    const nameOf = ({ from, through }: ReportingPeriod): string => `${from} ${through} ${JSON.stringify(filter)}`;
    if (!known.has(nameOf(period))) {
      const periods = [period, samePeriodLastYear(period)];
      const loader = new DataLoader<Scope, readonly ByOfficer[], string>(
        (offices) => readOffices(reader, register, offices, periods, filter),
        { cacheKeyFn: ({ id }) => id },
      );
      periods.forEach((one, nth) => known.has(nameOf(one)) || known.set(nameOf(one), { loader, nth }));
    }
    const { loader, nth } = known.get(nameOf(period))!;
    return (await loader.load(office))[nth]!;
  };
}

/** SQL: the officer in charge of the subject of the journal entry `j`, or `NOBODY`; null: no subject of it has one. */
export function officerOf({ schema, lifecycles }: RegisterDefinition): string | null {
  const officers = (lifecycles as readonly Lifecycle[])
    .filter(({ inCharge }) => inCharge)
    .map(
      ({ table, subjectType, inCharge }) =>
        `(select s.${inCharge!.officer} from ${schema}.${table} s
          where j.subject_type = '${subjectType}' and s.territory = j.territory and s.id = j.subject_id)`,
    );
  return officers.length === 0 ? null : `coalesce(${officers.join(', ')}, '${NOBODY}')`;
}

/** Sums of the movements on the days after the `nth` of those asked for, through the next; 0: through the first. */
type Row = [office: string, officer: string, slot: string, nth: number, cases: number, money: number];

/** For each office the totals of each period. */
async function readOffices(
  reader: Reader,
  register: RegisterDefinition,
  offices: readonly Scope[],
  periods: readonly ReportingPeriod[],
  filter: LedgerFilter,
): Promise<ByOfficer[][]> {
  const days = [...new Set(periods.flatMap(boundaryDays))].sort();
  const rows = await reader.rows<Row>({
    name: `${register.schema}.officer_totals`,
    text: statementOf(register),
    values: [
      offices.map(({ territories: [territory] }) => territory),
      offices.map(({ id }) => id),
      days,
      filter.overlay ?? 0,
      ...dimensionsOf(register.ledger).map((name) => filter.dimensions?.[name] ?? null),
    ],
  });
  return offices.map(({ id }) => {
    const own = rows.filter(([office]) => office === id);
    const upTo = (officer: string, day: IsoDate): Totals =>
      sumOf(own.filter(([, of, , nth]) => of === officer && nth <= days.indexOf(day)));
    const officers = [...new Set(own.map(([, officer]) => officer))];
    return periods.map((period) => {
      const [before, after] = boundaryDays(period);
      return new Map(officers.map((one) => [one, { opening: upTo(one, before), closing: upTo(one, after) }]));
    });
  });
}

function sumOf(rows: readonly Row[]): Totals {
  const totals = new Map<string, Amount>();
  for (const [, , slot, , cases, money] of rows) {
    const before = totals.get(slot) ?? NOTHING;
    totals.set(slot, { cases: before.cases + cases, money: before.money + money });
  }
  return totals;
}

/** $1 territories and $2 ids of offices, $3 days in order, $4 overlay, then one value for each dimension. */
function statementOf({ schema, lifecycles, ledger }: RegisterDefinition): string {
  const subjects = (lifecycles as readonly Lifecycle[]).map(
    ({ table, subjectType, inCharge }) =>
      `select o.id as office, s.territory, s.id, '${subjectType}' as type,
        ${inCharge ? `coalesce(s.${inCharge.officer}, '${NOBODY}')` : `'${NOBODY}'`} as officer
      from unnest($1::smallint[], $2::text[]) as o(territory, id)
      join ${schema}.${table} s on s.territory = o.territory and s.id >= o.id || '.' and s.id < o.id || '/'
      ${inCharge ? `where s.${inCharge.endedOn} is null or s.last_event_on > ($3::date[])[1]` : ''}`,
  );
  const dimensions = dimensionsOf(ledger).map(
    (name, nth) => `and ($${5 + nth}::text is null or m.${name} = $${5 + nth})`,
  );
  return `select s.office, s.officer, m.slot, width_bucket(m.on_date - 1, $3::date[]) as nth,
      sum(m.count)::bigint as cases, sum(m.money)::bigint as money
    from (${subjects.join('\n      union all ')}) s
    join ${schema}.journal j on j.territory = s.territory and j.subject_id = s.id and j.subject_type = s.type
    join ${schema}.movement m on m.journal_id = j.id
    where m.on_date <= ($3::date[])[cardinality($3::date[])] and ($4::int = 0 or m.overlays & $4 <> 0) ${dimensions.join(' ')}
    group by 1, 2, 3, 4`;
}
