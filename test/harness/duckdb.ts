/** As an analyst reads what was pulled. */
import { DuckDBInstance } from '@duckdb/node-api';

/** Numbers beyond 32 bits as numbers, days and moments as text. */
export async function askDuckDb<T = any>(sql: string, file = ':memory:'): Promise<T[]> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  try {
    await connection.run(`set timezone = 'UTC'`);
    const result = await connection.runAndReadAll(sql);
    return result
      .getRowObjectsJS()
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
        ),
      ) as T[];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
