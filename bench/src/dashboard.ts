import { GraphQLClient } from 'graphql-request';
import pg from 'pg';
import type { Comparison } from './measure';

const STATISTICS = `
  caseStatistics(period: $period) { handled { cases money } withConditions { cases money } completed { cases money }
    samePeriodLastYear { handled { cases money } withConditions { cases money } completed { cases money } } }
  petitionStatistics(period: $period) { received resolved samePeriodLastYear { received resolved } }
  inspectionStatistics(period: $period) { conducted samePeriodLastYear { conducted } }
  recoveryStatistics(period: $period) { due { money } collected { money } samePeriodLastYear { due { money } collected { money } } }`;
const DASHBOARD = `query ($period: PeriodInput!) { provinces { id nameVi ${STATISTICS} } }`;
const SCHEMAS = ['cases', 'complaints', 'inspections', 'recovery'];
const DAYS = ['2023-09-30', '2024-09-30', '2022-09-30', '2023-09-30'];

/** Sums of a table by territory, slot and the four boundary days: what every figure of the dashboard is made of. */
function sums(schema: string, table: string): string {
  const columns = DAYS.map(
    (_day, index) =>
      `sum(count) filter (where on_date <= $${index + 1}::date), sum(money) filter (where on_date <= $${index + 1}::date)`,
  );
  return `select territory, slot, ${columns.join(', ')} from ${schema}.${table} where on_date <= $2::date group by 1, 2`;
}

/** The dashboard of 34 provinces over all four registers, this year and last. */
export async function dashboard(url: string, databaseUrl: string): Promise<Comparison[]> {
  const client = new GraphQLClient(`${url}/graphql`);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4, allowExitOnIdle: true });
  pool.on('error', () => undefined);
  const throughGateway = (): Promise<unknown> => client.request(DASHBOARD, { period: { workingYear: 2024 } });
  const sql = (table: string): Promise<unknown> =>
    Promise.all(SCHEMAS.map((schema) => pool.query(sums(schema, table), DAYS)));
  return [
    {
      what: 'dashboard of 34 provinces through the gateway',
      against: 'the same sums as four SQL statements through pg',
      run: throughGateway,
      runAgainst: () => sql('daily_total'),
    },
    {
      what: 'sums from the totals by day',
      against: 'sums from the ledger itself',
      run: () => sql('daily_total'),
      runAgainst: () => sql('movement'),
    },
  ];
}
