import type pg from 'pg';
import { type DataSource, EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { graphError } from '../errors';
import { ALL_ROWS, type RowAccess, beginAs } from '../access/row-access';
import type { Traffic } from './traffic';

/** Of PostgreSQL. */
const QUERY_CANCELED = '57014';
/** How pg's pool says that all its connections have been busy for long. */
const NO_CONNECTION_IN_TIME = 'timeout exceeded when trying to connect';

/** A statement that is parsed and planned once a connection. One name belongs to one text. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface ReaderOptions {
  readonly access: RowAccess;
  /** When whoever asked has given up; milliseconds since the epoch. Statements that run until then are cancelled. */
  readonly deadlineAt?: number;
  /** Is told that somebody waits; without it nobody does. */
  readonly traffic?: Traffic;
}

/** Reads whatever is asked, for programs that act for nobody in particular. */
export function readerOfAll(source: DataSource): Reader {
  return new Reader(source, { access: ALL_ROWS });
}

/**
 * Reads rows as somebody who may see some of them. Every statement is a transaction of its own, on a connection that it
 * has for as long as it takes: the settings of row level security end with it, so that no connection goes back to the
 * pool with somebody's access, and nobody waits for a second connection while holding a first.
 */
export class Reader extends EntityManager {
  constructor(
    private readonly source: DataSource,
    private readonly options: ReaderOptions,
  ) {
    super(source);
  }

  /** Whose rows can be seen at all. */
  get territories(): RowAccess['territories'] {
    return this.options.access.territories;
  }

  /** The same with other rows. */
  as(access: RowAccess): Reader {
    return new Reader(this.source, { ...this.options, access });
  }

  override async query<T = any>(text: string, values: unknown[] = []): Promise<T> {
    return (await this.run({ text, values })).rows as T;
  }

  /** Rows as arrays. */
  async rows<R extends unknown[]>({ name, text, values }: NamedStatement): Promise<R[]> {
    return (await this.run({ name, text, values: [...values], rowMode: 'array' })).rows as unknown as R[];
  }

  private run(statement: pg.QueryConfig | pg.QueryArrayConfig): Promise<pg.QueryResult> {
    const { traffic } = this.options;
    return traffic ? traffic.during(() => this.execute(statement)) : this.execute(statement);
  }

  private async execute(statement: pg.QueryConfig | pg.QueryArrayConfig): Promise<pg.QueryResult> {
    const { access, deadlineAt } = this.options;
    const pool = (this.source.driver as PostgresDriver).master as pg.Pool;
    this.source.logger.logQuery(statement.text, statement.values as unknown[]);
    const client = await pool.connect().catch((error: Error) => {
      throw error.message === NO_CONNECTION_IN_TIME ? tooLate() : error;
    });
    try {
      await client.query(beginAs(access, { readOnly: true, timeoutMs: deadlineAt && deadlineAt - Date.now() }));
      const result = await client.query(statement as pg.QueryConfig);
      // Nothing was written, so nobody has to wait for the end.
      end(client, 'commit');
      return result;
    } catch (error) {
      end(client, 'rollback');
      throw isCancelled(error) ? tooLate() : error;
    }
  }
}

/** By the time that it had. */
function isCancelled(error: unknown): boolean {
  return (error as pg.DatabaseError).code === QUERY_CANCELED;
}

function tooLate(): Error {
  return graphError(
    'SUBGRAPH_UNAVAILABLE',
    'There was no answer within the time that an operation has. Ask for less at once, or again later.',
  );
}

/** A connection whose transaction does not end is closed: it must not go back to the pool with somebody's access. */
function end(client: pg.PoolClient, statement: 'commit' | 'rollback'): void {
  client.query(statement).then(
    () => client.release(),
    (error: Error) => client.release(error),
  );
}
