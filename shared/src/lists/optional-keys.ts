import type { QueryRunner } from 'typeorm';

/**
 * A day that some rows do not have, those first, as something to order by. Below row level security an index condition may
 * not run ahead of the policy unless nothing in it can leak: PostgreSQL says that of CASE, and does not of coalesce.
 */
export function optionalDay(column: string): string {
  return `(case when ${column} is null then '-infinity'::date else ${column} end)`;
}

/** As it was before. */
const coalescedDay = (column: string): string => `coalesce(${column}, '-infinity'::date)`;

const COALESCED = /COALESCE\((\w+), '-infinity'::date\)/g;
const OPTIONAL = /\(?\s*CASE\s+WHEN \((\w+) IS NULL\) THEN '-infinity'::date\s+ELSE \1\s+END\s*\)?/g;

/** For a migration: makes the indexes of a schema on days that may be missing anew, on `optionalDay`. */
export function rebuildOptionalKeys(runner: QueryRunner, schema: string): Promise<void> {
  return rebuild(runner, schema, COALESCED, optionalDay);
}

/** The way back. */
export function restoreOptionalKeys(runner: QueryRunner, schema: string): Promise<void> {
  return rebuild(runner, schema, OPTIONAL, coalescedDay);
}

async function rebuild(
  runner: QueryRunner,
  schema: string,
  known: RegExp,
  expressionOf: (column: string) => string,
): Promise<void> {
  const indexes = (await runner.query(
    'select indexname as name, indexdef as definition from pg_indexes where schemaname = $1 order by 1',
    [schema],
  )) as { name: string; definition: string }[];
  for (const { name, definition } of indexes) {
    const anew = definition.replace(known, (_, column: string) => expressionOf(column));
    if (anew === definition) continue;
    await runner.query(`drop index ${schema}.${name}`);
    await runner.query(anew);
  }
}
