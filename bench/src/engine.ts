import {
  readerOfAll,
  type LedgerFilter,
  type RegisterDefinition,
  type ReportingPeriod,
  type Scope,
  createDataSource,
  createTotalsReader,
  readPeriod,
  roleOf,
  samePeriodLastYear,
  urlForRole,
} from '@thads/shared';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import type { BenchDatabase } from './database';
import type { Stoppable } from './running';

/** Figures of one scope; last year's are always read with them. */
export interface FigureQuestion {
  readonly scope: Scope;
  readonly period: ReportingPeriod;
  readonly filter: LedgerFilter;
}

/** The statistics engine of one register as its subgraph uses it. */
export interface Engine extends Stoppable {
  /** With a new reader, as for a request. */
  read(questions: readonly FigureQuestion[]): Promise<void>;
  /** The statements that `read` sends for the questions, to be sent alone. */
  statementsOf(questions: readonly FigureQuestion[]): Promise<() => Promise<unknown>>;
}

export async function openEngine(
  { adminUrl, passwords }: BenchDatabase,
  register: RegisterDefinition,
): Promise<Engine> {
  const { schema } = register;
  const url = urlForRole(adminUrl, roleOf(schema), passwords[schema]!);
  const dataSource = await createDataSource({ url, schema, entities: [] }).initialize();
  const read = async (questions: readonly FigureQuestion[]): Promise<void> => {
    const reader = createTotalsReader(readerOfAll(dataSource), register);
    await Promise.all(
      questions.flatMap(({ scope, period, filter }) =>
        [period, samePeriodLastYear(period)].map((one) => readPeriod(reader, one, scope, filter)),
      ),
    );
  };
  return {
    read,
    async statementsOf(questions) {
      const pool = poolOf(dataSource);
      const sent: pg.QueryConfig[] = [];
      const query = pool.query.bind(pool) as (config: pg.QueryConfig) => Promise<unknown>;
      Object.assign(pool, { query: (config: pg.QueryConfig) => query(sent[sent.push(config) - 1]!) });
      try {
        await read(questions);
      } finally {
        Object.assign(pool, { query });
      }
      if (sent.length === 0) throw new Error(`the totals of ${schema} are not read through the pool's query()`);
      return () => Promise.all(sent.map((config) => query(config)));
    },
    stop: () => dataSource.destroy(),
  };
}

function poolOf(dataSource: DataSource): pg.Pool {
  return (dataSource.driver as unknown as { master: pg.Pool }).master;
}
