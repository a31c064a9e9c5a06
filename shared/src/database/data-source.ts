import pg from 'pg';
import { type AbstractLogger, DataSource, type EntitySchema, type MixedList } from 'typeorm';
import { type RowAccess, connectionOptions } from '../access/row-access';
import { SnakeCaseNaming } from './naming';
import { StatementObserver } from './statement-observer';

export interface DataSourceSettings {
  readonly url: string;
  readonly schema: string;
  readonly entities: MixedList<Function | EntitySchema>;
  readonly migrations?: MixedList<Function>;
  readonly poolSize?: number;
  /** Which rows its connections see of themselves; none unless told so, see `Reader`. */
  readonly access?: RowAccess;
  /** Told of every SQL statement; for tests that count them. */
  readonly onStatement?: (sql: string) => void;
}

/** Fails loudly where a whole number would lose its last digits. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond the integers that are exact`);
  return value;
}

/** Whole numbers as numbers, days as `YYYY-MM-DD`; everything else as pg does it. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary') => {
    if (format === 'text' && oid === pg.types.builtins.INT8) return safeInteger;
    if (format === 'text' && oid === pg.types.builtins.DATE) return (text: string) => text;
    return pg.types.getTypeParser(oid, format);
  }) as pg.CustomTypesConfig['getTypeParser'],
};

export function createDataSource(settings: DataSourceSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url: settings.url,
    schema: settings.schema,
    entities: settings.entities,
    migrations: settings.migrations ?? [],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeCaseNaming(),
    synchronize: false,
    poolSize: settings.poolSize ?? 10,
    applicationName: `thads-${settings.schema}`,
    connectTimeoutMS: 5_000,
    logger: new StatementObserver(settings.onStatement) as AbstractLogger,
    logging: ['query'],
    extra: { types, ...(settings.access && { options: connectionOptions(settings.access) }) },
  });
}
