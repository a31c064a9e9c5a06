/**
 * `npm run bench -- <name> [--data FOLDER]... [--seconds N] [--pairs N] [--scale X] [--before CHECKOUT]`, or `all`: side-by-side runs, each result a
 * ratio. Prints its table and writes it to its section of docs/performance.md.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { access } from './access';
import type { Bench } from './bench';
import { dashboard } from './dashboard';
import { dashboardSql } from './dashboard-sql';
import { type BenchDatabase, openFolder, sizeOf } from './database';
import { engines } from './engines';
import { exportsBench } from './exports';
import { faults } from './faults';
import { kept } from './kept';
import { lists } from './lists';
import { load } from './load';
import { type Row, compare } from './measure';
import { pages } from './pages';
import { ROOT } from './process';
import { markdownOf, writeSection } from './report';
import { stopEverything, whileRunning } from './running';
import { writes } from './writes';

const benches: Readonly<Record<string, Bench>> = {
  'dashboard-sql': dashboardSql,
  dashboard,
  lists,
  writes,
  engines,
  kept,
  load,
  faults,
  access,
  pages,
  exports: exportsBench,
};
const USUAL_DATA = ['.data/bench-1', '.data/bench-8'];

interface Options {
  readonly folders: readonly string[];
  readonly seconds: number;
  readonly pairs: number;
  readonly scale: string;
  readonly before: string | null;
  /** As given, for the command that repeats it. */
  readonly given: readonly string[];
}

async function runBench(name: string, { folders, seconds, pairs, scale, before, given }: Options): Promise<void> {
  const bench = benches[name]!;
  const rows: Row[] = [];
  const add = (row: Row): void => {
    rows.push(row);
    const outcome = Number.isNaN(row.ratio) ? `${row.own} and ${row.other}` : row.ratio.toPrecision(3);
    process.stdout.write(`${name}: ${row.what} against ${row.against}: ${outcome}\n`);
  };
  const empty = bench.data === 'empty' ? mkdtempSync(path.join(tmpdir(), 'thads-bench-')) : null;
  try {
    await whileRunning(async (keep) => {
      const wanted = empty ? [empty] : bench.data === 'first' ? folders.slice(0, 1) : folders;
      const databases: BenchDatabase[] = [];
      for (const folder of wanted) {
        databases.push(await keep(openFolder(path.resolve(ROOT, folder), { create: folder === empty })));
      }
      await bench.run({
        databases: databases as [BenchDatabase],
        seconds,
        scale,
        before,
        add,
        compare: async (comparison, effort) => {
          const row = await compare(comparison, { pairs, milliseconds: 60_000, ...effort });
          add(row);
          return row;
        },
      });
      const measured = await Promise.all(databases.map(async (one) => ({ ...one, size: await sizeOf(one.admin) })));
      const command = ['npm run bench --', name, ...given].join(' ');
      const markdown = markdownOf({ name, command, about: bench.about, databases: measured, rows });
      process.stdout.write(`\n${markdown}\n`);
      await writeSection(name, markdown);
    });
  } finally {
    if (empty) rmSync(empty, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string', multiple: true },
      seconds: { type: 'string' },
      pairs: { type: 'string' },
      scale: { type: 'string' },
      before: { type: 'string' },
    },
  });
  const names = positionals.includes('all') ? Object.keys(benches) : positionals;
  const unknown = names.find((name) => !benches[name]);
  if (unknown !== undefined || names.length === 0) {
    const known = [...Object.keys(benches), 'all'].join(', ');
    throw new Error(`There is no bench "${unknown ?? ''}"; give one of: ${known}.`);
  }
  const there = USUAL_DATA.filter((folder) => existsSync(path.join(ROOT, folder)));
  const options: Options = {
    folders: values.data ?? (there.length > 0 ? there : USUAL_DATA),
    seconds: wholeNumber('--seconds', values.seconds, 3),
    pairs: wholeNumber('--pairs', values.pairs, 20),
    scale: values.scale ?? '1',
    before: values.before === undefined ? null : path.resolve(values.before),
    given: process.argv.slice(2).filter((argument) => !positionals.includes(argument)),
  };
  for (const name of names) {
    await runBench(name, options).catch((error: unknown) => {
      process.stderr.write(`The bench "${name}" failed: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    });
  }
}

function wholeNumber(option: string, text: string | undefined, usual: number): number {
  const value = text === undefined ? usual : Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`${option} is "${text}"; it must be a whole number from 1.`);
  return value;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stopEverything().finally(() => process.exit(1)));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
