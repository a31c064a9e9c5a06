import type pg from 'pg';
import type { Bench } from './bench';
import { sizeOf } from './database';
import { ownAtLeast } from './measure';
import { REGISTER, SAMPLE, runProgram } from './process';

export const load: Bench = {
  about:
    '`npm run sample -- --national --years 1` into an empty database, from the start of the command to its end: making ' +
    'the histories, the life cycles, COPY, indexes, running totals. The other side is PostgreSQL alone: `insert … select` ' +
    'of the loaded tables into empty ones with the same indexes. Once each, one after the other.',
  data: 'empty',
  run: async ({ databases: [{ admin, adminUrl, folder }], scale, add }) => {
    const begun = performance.now();
    await runProgram(process.execPath, ['-r', REGISTER, SAMPLE, '--national', '--years', '1', '--scale', scale], {
      DATABASE_URL: adminUrl,
      THADS_DATA_DIR: folder,
    });
    const seconds = (performance.now() - begun) / 1_000;
    const { events } = await sizeOf(admin);
    const own = events / seconds;
    const other = events / (await secondsToCopy(admin));
    const goal = ownAtLeast(30_000);
    add({
      what: `national load of ${events.toLocaleString('en-GB')} events`,
      against: 'PostgreSQL copying the tables',
      unit: 'events/s',
      own,
      other,
      ratio: own / other,
      pairs: 1,
      goal: goal.text,
      met: goal.met({ own, other, ratio: own / other }),
    });
  },
};

async function secondsToCopy(admin: pg.Pool): Promise<number> {
  const { rows } = await admin.query<{ name: string; copy: string }>(
    `select format('%I.%I', schemaname, tablename) as name, format('copied.%I', schemaname || '_' || tablename) as copy
     from pg_tables where schemaname in ('cases', 'complaints', 'inspections', 'recovery')`,
  );
  await admin.query('create schema copied');
  for (const { name, copy } of rows) await admin.query(`create table ${copy} (like ${name} including all)`);
  const begun = performance.now();
  for (const { name, copy } of rows)
    await admin.query(`insert into ${copy} overriding system value select * from ${name}`);
  return (performance.now() - begun) / 1_000;
}
