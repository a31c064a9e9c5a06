/**
 * `npm run bench -- dashboard`: side-by-side runs on the sample, each result a ratio. Keeps its own data in
 * `.data/bench`, loaded at the first run. Prints the table and writes it to docs/performance.md.
 */
import { startEmbeddedServer } from '@thads/shared';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { dashboard } from './dashboard';
import { startGraphOn } from './graph';
import { type Comparison, compare } from './measure';

const root = path.resolve(__dirname, '..', '..');
const benches: Readonly<Record<string, (url: string, databaseUrl: string) => Promise<Comparison[]>>> = { dashboard };

async function main(name: string): Promise<void> {
  const bench = benches[name];
  if (!bench) throw new Error(`There is no bench "${name}"; there are: ${Object.keys(benches).join(', ')}.`);
  const server = await startEmbeddedServer(path.join(root, '.data', 'bench'));
  try {
    const graph = await startGraphOn(server.url, root);
    try {
      const rows: string[] = [];
      for (const comparison of await bench(graph.url, server.url)) rows.push(rowOf(await compare(comparison)));
      const report = reportOf(name, rows);
      writeFileSync(path.join(root, 'docs', 'performance.md'), report);
      process.stdout.write(report);
    } finally {
      await graph.stop();
    }
  } finally {
    await server.stop();
  }
}

function rowOf({ what, against, ratio, median, medianAgainst }: Awaited<ReturnType<typeof compare>>): string {
  return `| ${what} | ${against} | ${median.toFixed(1)} | ${medianAgainst.toFixed(1)} | ${ratio.toFixed(2)} |`;
}

function reportOf(name: string, rows: readonly string[]): string {
  const [cpu] = cpus();
  return [
    '# Performance',
    '',
    `Written by \`npm run bench -- ${name}\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpu?.model.trim()}, ` +
      `${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, PostgreSQL 17 (embedded, settings in`,
    '`shared/src/database`), the sample of about 285,000 events. Both sides of a row are run in turn; the ratio is the median of the pairs’',
    'ratios. Times are of one machine on one day and say little by themselves.',
    '',
    '| what | against | ms | ms | ratio |',
    '| ---- | ------- | -- | -- | ----- |',
    ...rows,
    '',
  ].join('\n');
}

main(process.argv[2] ?? 'dashboard').catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
