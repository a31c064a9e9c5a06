import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type ProvinceOf, provincesOfSubjects } from './changes/province-of';
import { beginAhead, copyDataset } from './copy-dataset';
import { EXIT, PullFailure } from './failure';
import { followDataset } from './follow-dataset';
import type { Dataset } from './graph/contract';
import { Graph } from './graph/graph';
import type { ManifestKeys } from './graph/manifest';
import type { Patience } from './graph/retries';
import { type Progress, SILENT } from './progress';
import type { Run } from './run';
import { type Shape, isSameShape } from './state/dataset-state';
import { type Format, openTarget } from './targets/open-target';

export interface PullOptions {
  /** Of the gateway, e.g. http://localhost:4000. */
  readonly url: string;
  readonly token: string | null;
  readonly purpose?: { readonly article: string; readonly file: string } | null;
  /** A folder, `duckdb:<file>`, or `postgresql://…`. */
  readonly into: string;
  /** Of the files in a folder. */
  readonly format?: Format;
  /** Null: all that the caller may have. */
  readonly datasets?: readonly string[] | null;
  readonly provinces?: readonly string[] | null;
  /** A day: records with an event since then. */
  readonly since?: string | null;
  /** With which manifests are signed; null: those that the graph serves. */
  readonly manifestKeys?: ManifestKeys | null;
  readonly tries?: number;
}

export interface PulledDataset {
  readonly dataset: string;
  /** Whether it was fetched as a whole; else by what has changed. */
  readonly copied: boolean;
  /** Rows that the copy has now. */
  readonly rows: number;
  /** Told by the feed. */
  readonly changes: number;
  readonly written: number;
  readonly removed: number;
}

export interface PullReport {
  readonly datasets: readonly PulledDataset[];
  /** Asked of the graph. */
  readonly requests: number;
  /** Of downloaded files. */
  readonly bytes: number;
}

const TRIES = 8;
/** Exports that are begun before their turn; the graph allows a caller a few at a time. */
const AHEAD = 3;

/**
 * Brings a copy of the graph's datasets up to now: what is not there yet as a whole, everything else by what has changed.
 * Killed at any moment and begun again, it goes on.
 *
 * Errors: `PullFailure` with the exit code that says what kind it is.
 */
export async function pull(
  options: PullOptions,
  progress: Progress = SILENT,
  interrupted: AbortSignal = new AbortController().signal,
): Promise<PullReport> {
  const { url, token, purpose = null, tries = TRIES } = options;
  const patience: Patience = { tries, onWait: (line) => progress.say(line), interrupted };
  const graph = new Graph({ url, token, purpose, patience });
  const chosen = choose(await graph.datasets(), options.datasets ?? null);
  const target = await openTarget(options.into, options.format);
  try {
    const manifestKeys = options.manifestKeys ?? (await graph.manifestKeys());
    let provinceOf: Promise<ProvinceOf> | null = null;
    const run: Run = {
      graph,
      target,
      progress,
      patience,
      interrupted,
      manifestKeys,
      provinceOf: () => (provinceOf ??= graph.provinces().then(provincesOfSubjects)),
      bytes: 0,
    };
    const shapeOf = ({ key, fields, subject }: Dataset): Shape => ({
      key,
      fields,
      format: target.takes.format,
      provinces: options.provinces ?? null,
      // Sums are of no one event.
      since: subject === null ? null : (options.since ?? null),
    });
    const datasets: PulledDataset[] = [];
    const missing = chosen.filter((dataset) => !isThere(run, dataset, shapeOf(dataset)));
    for (const dataset of chosen) {
      // The graph makes the next ones while this one is fetched.
      const turn = missing.indexOf(dataset);
      const ahead = turn < 0 ? [] : missing.slice(turn, turn + 1 + AHEAD);
      for (const next of ahead) await beginAhead(run, next, shapeOf(next));
      const pulled = await pullDataset(run, dataset, shapeOf(dataset));
      progress.say(sentence(pulled));
      datasets.push(pulled);
    }
    // Of exports that were given up.
    await rm(path.join(target.work, 'exports'), { recursive: true, force: true });
    return { datasets, requests: graph.requests, bytes: run.bytes };
  } finally {
    await target.close();
  }
}

async function pullDataset(run: Run, dataset: Dataset, shape: Shape): Promise<PulledDataset> {
  const { name } = dataset;
  const followed = isThere(run, dataset, shape) ? await followDataset(run, dataset) : null;
  if (!followed) await copyDataset(run, dataset, shape);
  const rows = await run.target.count(dataset);
  return { dataset: name, copied: !followed, rows, ...(followed ?? { changes: 0, written: 0, removed: 0 }) };
}

function isThere({ target }: Run, { name }: Dataset, shape: Shape): boolean {
  return isSameShape(target.stateOf(name).shape, shape);
}

function choose(offered: readonly Dataset[], wanted: readonly string[] | null): readonly Dataset[] {
  if (wanted === null) return offered;
  return wanted.map((name) => {
    const found = offered.find((dataset) => dataset.name === name);
    if (found) return found;
    const names = offered.map((dataset) => dataset.name).join(', ');
    throw new PullFailure(EXIT.USAGE, `--datasets: ${name} is none of those that you may have: ${names}.`);
  });
}

function sentence({ dataset, copied, rows, changes, written, removed }: PulledDataset): string {
  const how = copied ? 'copied' : 'up to date';
  const what = changes === 0 ? '' : `; ${changes} changes, ${written} rows written, ${removed} removed`;
  return `${dataset}: ${how}, ${rows} rows${what}.`;
}
