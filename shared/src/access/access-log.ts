import DataLoader from 'dataloader';
import { createHash } from 'node:crypto';
import type { DataSource, QueryRunner } from 'typeorm';
import { inTransaction } from '../database/transaction';
import { graphError } from '../errors';
import type { RequestHead } from './request-head';
import { ALL_ROWS } from './row-access';

/** The subject of a look at a person's data: `Case VN63-10-01.C-2024-00017`. */
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

/** For a migration. Nobody but the administrator can change or delete a line, see `registerGrants`. */
export function accessLogTable(schema: string): string {
  return `create table ${schema}.access_log (
      position bigint primary key,
      at timestamptz not null,
      principal text not null,
      role text not null,
      operation text not null,
      request_id text not null,
      article text not null,
      file text not null,
      origin text not null,
      subjects jsonb not null,
      hash bytea not null
    )`;
}

export function accessLogHash(previous: Buffer, line: AccessLogLine): Buffer {
  const { position, at, principal, role, operation, requestId, article, file, origin, subjects } = line;
  const said = JSON.stringify([position, at, principal, role, operation, requestId, article, file, origin, subjects]);
  return createHash('sha256').update(previous).update(said).digest();
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
    const { purpose } = head;
    if (!purpose) {
      throw graphError(
        'BAD_USER_INPUT',
        'Reading what concerns persons takes a purpose: send the headers x-purpose-article (the legal article) and x-purpose-file (the file it is for).',
      );
    }
    await inTransaction(dataSource, ALL_ROWS, (runner) => append(runner, schema, { ...head, purpose }, subjects));
    return subjects.map(() => undefined);
  });
  return async (type, id) => loader.load(`${type} ${id}`);
}

async function append(
  runner: QueryRunner,
  schema: string,
  { principal, operation, requestId, purpose, from }: RequestHead & { purpose: NonNullable<RequestHead['purpose']> },
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
    article: purpose.article,
    file: purpose.file,
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
}
