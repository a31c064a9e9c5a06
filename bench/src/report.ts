import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import type { BenchDatabase } from './database';
import type { Row } from './measure';
import { ROOT, runProgram } from './process';

const FILE = path.join(ROOT, 'docs', 'performance.md');
const HEAD = `# Performance

Each section is written by the command it names. Both sides of a row run in turn on the same machine and the same data;
the ratio says how many times better the graph's side is (below 1: worse), as the median of the pairs' ratios. Absolute
values are of one machine on one day and say little by themselves. The data is made with
\`THADS_DATA_DIR=.data/bench-1 npm run sample -- --national --years 1\`, and the same with \`bench-8\` and 8 years.
`;

export interface Section {
  readonly name: string;
  readonly command: string;
  readonly about: string;
  readonly databases: readonly BenchDatabase[];
  readonly rows: readonly Row[];
}

export function markdownOf({ name, command, about, databases, rows }: Section): string {
  const [cpu] = cpus();
  return [
    `## ${name}`,
    '',
    about,
    '',
    `- Repeat: \`${command}\``,
    `- Date: ${new Date().toISOString().slice(0, 10)}`,
    `- Machine: ${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node ${process.versions.node}`,
    ...databases.filter(({ size }) => size.events > 0).map(({ size }) => `- Data: ${sizeText(size)}`),
    `- PostgreSQL 17 (embedded), beside its defaults: ${databases[0]!.settings}`,
    '',
    '| what | against | own | other | unit | pairs | ratio | goal | met |',
    '| --- | --- | --: | --: | --- | --: | --: | --- | --- |',
    ...rows.map(lineOf),
    '',
  ].join('\n');
}

function sizeText({ cases, events, movements }: BenchDatabase['size']): string {
  const text = (value: number): string => value.toLocaleString('en-GB');
  return `${text(cases)} cases, ${text(events)} events, ${text(movements)} movements`;
}

function lineOf({ what, against, own, other, unit, pairs, ratio, goal, met }: Row): string {
  const verdict = met === null ? '' : met ? 'yes' : '**no**';
  return `| ${what} | ${against} | ${figure(own)} | ${figure(other)} | ${unit} | ${pairs} | ${figure(ratio)} | ${goal ?? ''} | ${verdict} |`;
}

function figure(value: number): string {
  if (Number.isNaN(value)) return '';
  if (value >= 100) return Math.round(value).toLocaleString('en-GB');
  return value > 0 && value < 1 ? value.toPrecision(2) : value.toFixed(value >= 10 ? 1 : 2);
}

/** Puts a section in the place of the one before of its name; all others stay as they are. */
export async function writeSection(name: string, markdown: string, file = FILE): Promise<void> {
  const sections = new Map(
    [...readIfThere(file).matchAll(/<!-- begin (\S+) -->[^]*?<!-- end \1 -->/g)].map(([text, known]) => [known!, text]),
  );
  sections.set(name, `<!-- begin ${name} -->\n\n${markdown}\n<!-- end ${name} -->`);
  writeFileSync(file, `${HEAD}\n${[...sections.values()].join('\n\n')}\n`);
  await runProgram(process.execPath, [
    path.join(ROOT, 'node_modules', 'prettier', 'bin', 'prettier.cjs'),
    '--write',
    file,
  ]);
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
