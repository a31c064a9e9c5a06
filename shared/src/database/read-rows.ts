import type pg from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';

/** A statement that is parsed and planned once a connection. One name belongs to one text. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Rows as arrays, through the pool of a data source. */
export async function readRows<R extends unknown[]>(dataSource: DataSource, statement: NamedStatement): Promise<R[]> {
  const { name, text, values } = statement;
  const pool = (dataSource.driver as PostgresDriver).master as pg.Pool;
  dataSource.logger.logQuery(text, [...values]);
  const { rows } = await pool.query<R>({ name, text, values: [...values], rowMode: 'array' });
  return rows;
}
