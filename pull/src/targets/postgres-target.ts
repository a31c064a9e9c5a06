import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { homedir } from 'node:os';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Spool } from '../changes/spool';
import { EXIT, PullFailure } from '../failure';
import type { Dataset, Field, FieldType } from '../graph/contract';
import { type DatasetState, NOTHING } from '../state/dataset-state';
import type { Applied, CopiedFile, Target } from './target';

const SCHEMA = 'thads';
const STATE = `${SCHEMA}.pull_state`;
/** Of the lock that a run holds on the database, as long as its connection lasts: any number that nobody else takes. */
const LOCK = 780_251_011;

const TYPES: Readonly<Record<FieldType, string>> = {
  ID: 'text',
  TEXT: 'text',
  INT: 'bigint',
  VND: 'bigint',
  DATE: 'date',
  TIMESTAMP: 'timestamptz',
  BOOLEAN: 'boolean',
  TEXT_LIST: 'text[]',
};

/** Takes lines as they are: neither of these characters comes in JSON. */
const LINES = `(format csv, quote e'\\x01', delimiter e'\\x02')`;

/** A schema `thads` of a PostgreSQL database with a table for each dataset. Rows and state change in one transaction. */
export class PostgresTarget implements Target {
  readonly takes = { format: 'JSON_LINES', compression: 'GZIP' } as const;

  private constructor(
    readonly work: string,
    private readonly client: pg.Client,
    private readonly states: Map<string, DatasetState>,
  ) {}

  static async open(url: string): Promise<PostgresTarget> {
    const client = new pg.Client({ connectionString: url, application_name: 'thads-pull' });
    try {
      await client.connect();
      await lock(client);
      await client.query(`create schema if not exists ${SCHEMA}`);
      await client.query(`create table if not exists ${STATE} (dataset text primary key, state jsonb not null)`);
      const { rows } = await client.query<{ dataset: string; state: DatasetState }>(
        `select dataset, state from ${STATE}`,
      );
      return new PostgresTarget(workOf(url), client, new Map(rows.map(({ dataset, state }) => [dataset, state])));
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  stateOf(dataset: string): DatasetState {
    return this.states.get(dataset) ?? NOTHING;
  }

  async saveState(dataset: string, state: DatasetState): Promise<void> {
    await this.client.query(
      `insert into ${STATE} values ($1, $2) on conflict (dataset) do update set state = excluded.state`,
      [dataset, JSON.stringify(state)],
    );
    this.states.set(dataset, state);
  }

  async replace(dataset: Dataset, files: readonly CopiedFile[], state: DatasetState): Promise<void> {
    const table = tableOf(dataset);
    const columns = listed(dataset.fields.map((field) => field.name));
    await this.atOnce(dataset, state, async () => {
      await this.makeTable(dataset);
      await this.client.query('create temp table line (line json) on commit drop');
      for (const file of files) await this.copyIn('line', file.path);
      const rows = `select ${columns} from line, json_populate_record(null::${table}, line)`;
      // Sums have no key: what they are counted by may be unknown.
      if (dataset.subject === null) {
        await this.client.query(`delete from ${table}`);
        await this.client.query(`insert into ${table} (${columns}) ${rows}`);
        return;
      }
      await this.client.query(`create temp table fresh on commit drop as ${rows}`);
      await this.client.query('analyze fresh');
      await this.merge(dataset, 'true');
    });
  }

  async apply(dataset: Dataset, spool: Spool, state: DatasetState): Promise<Applied> {
    return this.atOnce(dataset, state, async () => {
      const ofFeed = `(line->>'_subject') as subject, (line->>'_n')::bigint as n`;
      await this.client.query('create temp table line (line json) on commit drop');
      await this.copyIn('line', spool.subjects);
      await this.client.query(`create temp table touched on commit drop as
        select subject, max(n) as n from (select ${ofFeed} from line) of_feed group by subject`);
      await this.client.query('truncate line');
      await this.copyIn('line', spool.rows);
      await this.client.query(`create temp table fresh on commit drop as
        select p.* from (select line, ${ofFeed} from line) of_feed join touched using (subject, n),
          json_populate_record(null::${tableOf(dataset)}, line) p`);
      await this.client.query('analyze touched, fresh');
      return this.merge(dataset, `t.${quoted(dataset.subject!)} in (select subject from touched)`);
    });
  }

  async count(dataset: Dataset): Promise<number> {
    const { rows } = await this.client.query<{ rows: string }>(`select count(*) as rows from ${tableOf(dataset)}`);
    return Number(rows[0]!.rows);
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  /** Rows of `fresh` in place of those under the condition; what is there as it should be is not written again. */
  private async merge({ name, key, fields }: Dataset, replaced: string): Promise<Applied> {
    const table = tableOf({ name });
    const isSame = key.map((field) => `f.${quoted(field)} = t.${quoted(field)}`).join(' and ');
    const removed = await this.client.query(
      `delete from ${table} t where ${replaced} and not exists (select from fresh f where ${isSame})`,
    );
    const others = fields.map((field) => field.name).filter((field) => !key.includes(field));
    const columns = listed(fields.map((field) => field.name));
    const update =
      others.length === 0
        ? 'do nothing'
        : `do update set ${others.map((field) => `${quoted(field)} = excluded.${quoted(field)}`).join(', ')}
           where (${others.map((field) => `t.${quoted(field)}`).join(', ')})
             is distinct from (${others.map((field) => `excluded.${quoted(field)}`).join(', ')})`;
    const written = await this.client.query(
      `insert into ${table} as t (${columns}) select ${columns} from fresh on conflict (${listed(key)}) ${update}`,
    );
    return { written: written.rowCount ?? 0, removed: removed.rowCount ?? 0 };
  }

  /** A table with other columns than these is made anew, as its rows are. */
  private async makeTable(dataset: Dataset): Promise<void> {
    const { fields, key, subject } = dataset;
    const table = tableOf(dataset);
    const before = this.stateOf(dataset.name).shape;
    const isAnother = before !== null && !isDeepStrictEqual([before.fields, before.key], [fields, key]);
    if (isAnother) await this.client.query(`drop table if exists ${table}`);
    const primary = subject === null ? '' : `, primary key (${listed(key)})`;
    await this.client.query(`create table if not exists ${table} (${columnsOf(fields)}${primary})`);
  }

  private async copyIn(table: string, file: string): Promise<void> {
    const into = this.client.query(copyFrom(`copy ${table} from stdin ${LINES}`));
    const source = createReadStream(file);
    await (file.endsWith('.gz') ? pipeline(source, createGunzip(), into) : pipeline(source, into));
  }

  private async atOnce<T>(dataset: Dataset, state: DatasetState, work: () => Promise<T>): Promise<T> {
    const before = this.stateOf(dataset.name);
    await this.client.query('begin');
    try {
      const result = await work();
      await this.saveState(dataset.name, state);
      await this.client.query('commit');
      return result;
    } catch (error) {
      this.states.set(dataset.name, before);
      await this.client.query('rollback').catch(() => undefined);
      throw error;
    }
  }
}

async function lock(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>(`select pg_try_advisory_lock(${LOCK}) as taken`);
  if (rows[0]!.taken) return;
  const holder = await client.query<{ pid: number; client: string }>(
    `select pid, coalesce(host(client_addr), 'this machine') as client from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and granted and classid = 0 and objid = ${LOCK}
       and database = (select oid from pg_database where datname = current_database())`,
  );
  const of = holder.rows[0] ? ` (from ${holder.rows[0].client}, PostgreSQL's pid ${holder.rows[0].pid})` : '';
  throw new PullFailure(EXIT.BUSY, `Another run${of} is going on in this database. Wait until it has ended.`);
}

/** By the address without what is secret, so that the next run finds what this one fetched. */
function workOf(url: string): string {
  const { host, pathname, username } = new URL(url);
  const digest = createHash('sha256').update(`${username}@${host}${pathname}`).digest('hex');
  return path.join(homedir(), '.cache', 'thads-pull', digest.slice(0, 16));
}

function tableOf({ name }: Pick<Dataset, 'name'>): string {
  return `${SCHEMA}.${quoted(name.toLowerCase())}`;
}

function columnsOf(fields: readonly Field[]): string {
  return fields.map((field) => `${quoted(field.name)} ${TYPES[field.type]}`).join(', ');
}

function listed(identifiers: readonly string[]): string {
  return identifiers.map(quoted).join(', ');
}

function quoted(identifier: string): string {
  return pg.escapeIdentifier(identifier);
}
