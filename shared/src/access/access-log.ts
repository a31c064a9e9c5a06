import DataLoader from 'dataloader';
import { createHash } from 'node:crypto';
import type { DataSource, QueryRunner } from 'typeorm';
import { inTransaction } from '../database/transaction';
import { graphError } from '../errors';
import type { RequestHead } from './request-head';
import { ALL_ROWS } from './row-access';

/** What was looked at: `Case VN63-10-01.C-2024-00017`. */
type Looked = string;

/** What a row of the log says; its hash is over the hash before it and this, in this order. */
export interface AccessLogLine {
  readonly position: number;
  readonly at: string;
  readonly principal: string;
  readonly role: string;
  readonly operation: string;
  readonly requestId: string;
  readonly article: string;
  readonly file: string;
  readonly origin: string;
  readonly subjects: readonly Looked[];
}

const GENESIS = Buffer.alloc(32);

/** The tables of the log: lines are added to them and never changed, see `registerGrants`. */
export const ACCESS_LOG_TABLES = ['access_log', 'access_log_subject'] as const;

/** For a migration. What was looked at stands in a table of its own too, to be found by its id. */
export function accessLogTables(schema: string): string[] {
  return [
    `create table ${schema}.access_log (
      position bigint primary key,
      at timestamptz not null,
      principal text not null,
      role text not null,
      operation text not null,
      request_id text not null,
      article text not null,
      file text not null,
      origin text not null,
      subjects json not null,
      hash bytea not null
    )`,
    `create index access_log_principal on ${schema}.access_log (principal, position)`,
    `create index access_log_at on ${schema}.access_log (at)`,
    `create table ${schema}.access_log_subject (
      id text collate "C" not null,
      position bigint not null,
      primary key (id, position)
    )`,
  ];
}

export function accessLogHash(previous: Buffer, line: AccessLogLine): Buffer {
  const { position, at, principal, role, operation, requestId, article, file, origin, subjects } = line;
  const said = JSON.stringify([position, at, principal, role, operation, requestId, article, file, origin, subjects]);
  return createHash('sha256').update(previous).update(said).digest();
}

/** The same in SQL, of the line `l` after the hash `l.previous`. */
function hashInSql(): string {
  const columns = [
    'l.position::text',
    `to_char(l.at at time zone 'UTC', '"\\""YYYY-MM-DD"T"HH24:MI:SS.MS"Z\\""')`,
    ...['principal', 'role', 'operation', 'request_id', 'article', 'file', 'origin'].map(
      (column) => `to_json(l.${column})::text`,
    ),
    'l.subjects::text',
  ];
  return `sha256(l.previous || convert_to('[' || ${columns.join(" || ',' || ")} || ']', 'UTF8'))`;
}

/** Selects the lines that do not follow the one before, or are not what their hash says: `position`, `before`. */
export function brokenAccessLog(schema: string): string {
  return `select l.position, l.before from (
      select *, lag(position, 1, 0::bigint) over upward as before,
        lag(hash, 1, '\\x${GENESIS.toString('hex')}'::bytea) over upward as previous
      from ${schema}.access_log window upward as (order by position)
    ) l where l.before <> l.position - 1 or l.hash is distinct from ${hashInSql()}`;
}

/** What of a line tells where the look was, as `access_log_subject` has it: the id without the type. */
const ID_OF_SUBJECT = `substr(subject, strpos(subject, ' ') + 1)`;

/** Select what a line says was looked at and cannot be found by it, and what is found without a line that says so. */
export function strayAccessLogSubjects(schema: string): string[] {
  const said = `(select ${ID_OF_SUBJECT} as id, l.position
     from ${schema}.access_log l cross join lateral json_array_elements_text(l.subjects) as looked(subject))`;
  const found = `(select id, position from ${schema}.access_log_subject)`;
  return [`${said} except ${found}`, `${found} except ${said}`];
}

/**
 * Notes the looks at persons' data of one request. What is looked at in one turn of the event loop is one line; nothing is
 * answered before its line is committed. Errors: `BAD_USER_INPUT` without a purpose.
 */
export function personReads(
  dataSource: DataSource,
  schema: string,
  head: RequestHead,
): (type: string, id: string) => Promise<void> {
  const loader = new DataLoader<Looked, void>(async (subjects) => {
    requirePurpose(head);
    await inTransaction(dataSource, ALL_ROWS, (runner) => appendToAccessLog(runner, schema, head, subjects));
    return subjects.map(() => undefined);
  });
  return async (type, id) => loader.load(`${type} ${id}`);
}

/** Errors: `BAD_USER_INPUT` without a purpose. */
export function requirePurpose({ purpose }: Pick<RequestHead, 'purpose'>): void {
  if (purpose) return;
  throw graphError(
    'BAD_USER_INPUT',
    'Reading what concerns persons takes a purpose: send the headers x-purpose-article (the legal article) and x-purpose-file (the file it is for).',
  );
}

/** A line of the log, as part of a transaction that sees every row. Without a purpose its article and file are empty. */
export async function appendToAccessLog(
  runner: QueryRunner,
  schema: string,
  { principal, operation, requestId, purpose, from }: RequestHead,
  subjects: readonly Looked[],
): Promise<void> {
  // One after the other: a line is hashed over the one before it.
  await runner.query('select pg_advisory_xact_lock(hashtext($1))', [`${schema}.access_log`]);
  const [last] = (await runner.query(
    `select position, hash from ${schema}.access_log order by position desc limit 1`,
  )) as { position: number; hash: Buffer }[];
  const line: AccessLogLine = {
    position: (last?.position ?? 0) + 1,
    at: new Date().toISOString(),
    principal: principal.name,
    role: principal.role,
    operation,
    requestId,
    article: purpose?.article ?? '',
    file: purpose?.file ?? '',
    origin: from,
    subjects,
  };
  await runner.query(
    `insert into ${schema}.access_log
       (position, at, principal, role, operation, request_id, article, file, origin, subjects, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      line.position,
      line.at,
      line.principal,
      line.role,
      line.operation,
      line.requestId,
      line.article,
      line.file,
      line.origin,
      JSON.stringify(subjects),
      accessLogHash(last?.hash ?? GENESIS, line),
    ],
  );
  await runner.query(
    `insert into ${schema}.access_log_subject (id, position)
     select distinct ${ID_OF_SUBJECT}, $1::bigint from json_array_elements_text($2::json) as looked(subject)`,
    [line.position, JSON.stringify(subjects)],
  );
}
