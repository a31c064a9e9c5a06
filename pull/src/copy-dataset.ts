import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EXIT, PullFailure } from './failure';
import type { Dataset, Export, ExportFile, ExportInput } from './graph/contract';
import { download } from './graph/download';
import { checkManifest } from './graph/manifest';
import type { Run } from './run';
import { type Shape, isSameShape } from './state/dataset-state';
import { type Target, writing } from './targets/target';

export interface Copied {
  readonly rows: number;
  readonly files: number;
  readonly bytes: number;
}

const FIRST_LOOK_MS = 200;
const LONGEST_BETWEEN_LOOKS_MS = 5_000;
/** A link that is good for less than this is asked for anew. */
const USED_WITHIN_MS = 60_000;
/** Exports that the graph did not finish, before the run gives up. */
const MOST_EXPORTS = 3;

/** Fetches a dataset as a whole and puts it in place of what the target has of it. */
export async function copyDataset(run: Run, dataset: Dataset, shape: Shape): Promise<Copied> {
  const done = await finishedExport(run, dataset, shape);
  const folder = path.join(run.target.work, 'exports', done.id);
  const copied = await fetchFiles(run, dataset, done, folder);
  await writing(() => run.target.replace(dataset, copied, { shape, cursor: done.cursor, underWay: null }));
  await rm(folder, { recursive: true, force: true });
  return { rows: done.rows ?? 0, files: done.files.length, bytes: sum(done.files, ({ bytes }) => bytes) };
}

/** Has the graph begin an export before its turn, unless one is under way. */
export async function beginAhead(run: Run, dataset: Dataset, shape: Shape): Promise<void> {
  if (!underWay(run, dataset, shape)) await begin(run, dataset, shape);
}

function underWay({ target }: Run, { name }: Dataset, shape: Shape): string | null {
  const found = target.stateOf(name).underWay;
  return found && isSameShape(found.shape, shape) ? found.exportId : null;
}

async function begin({ graph, target }: Run, dataset: Dataset, shape: Shape): Promise<Export> {
  const begun = await graph.startExport(inputOf(target, dataset, shape));
  const { name } = dataset;
  await writing(() => target.saveState(name, { ...target.stateOf(name), underWay: { exportId: begun.id, shape } }));
  return begun;
}

/** Of the export that an earlier run began, if the graph still has it; else of a new one. */
async function finishedExport(run: Run, dataset: Dataset, shape: Shape): Promise<Export> {
  const { target, progress } = run;
  for (let nth = 1; ; nth += 1) {
    const id = underWay(run, dataset, shape);
    const begun = (id === null ? null : await run.graph.export(id)) ?? (await begin(run, dataset, shape));
    const done = await waitFor(run, dataset, begun);
    // Without a manifest its files have been removed since.
    if (done?.status === 'FINISHED' && done.manifest) return done;
    await writing(() => target.saveState(dataset.name, { ...target.stateOf(dataset.name), underWay: null }));
    const reason =
      done?.error?.message ?? (done ? `it is ${done.status}, without files.` : 'the graph no longer knows it.');
    if (nth === MOST_EXPORTS) {
      throw new PullFailure(EXIT.FAILED, `The graph did not finish ${nth} exports of ${dataset.name}: ${reason}`);
    }
    progress.say(`${dataset.name}: the export did not come to its end (${reason}) A new one is begun.`);
  }
}

function inputOf({ takes }: Target, { name }: Dataset, { provinces, since }: Shape): ExportInput {
  return {
    dataset: name,
    ...takes,
    filter: { ...(provinces && { provinces }), ...(since !== null && { lastEventFrom: since }) },
  };
}

/** Null when the graph no longer knows it. */
async function waitFor(
  { graph, progress, interrupted }: Run,
  { name }: Dataset,
  begun: Export,
): Promise<Export | null> {
  let pause = FIRST_LOOK_MS;
  let place: number | null = null;
  for (let current: Export | null = begun; ; current = await graph.export(begun.id)) {
    if (!current || (current.status !== 'QUEUED' && current.status !== 'RUNNING')) return current;
    if (current.queuePosition !== null && current.queuePosition !== place) {
      place = current.queuePosition;
      if (place > 1) progress.say(`${name}: waiting for the export; place ${place} in the queue.`);
    }
    await sleep(pause, undefined, { signal: interrupted });
    pause = Math.min(pause * 1.5, LONGEST_BETWEEN_LOOKS_MS);
  }
}

async function fetchFiles(run: Run, { name }: Dataset, done: Export, folder: string) {
  const { graph, progress, patience } = run;
  const rows = sum(done.files, (file) => file.rows);
  const bytes = sum(done.files, (file) => file.bytes);
  let links = done;
  let received = 0;
  const onBytes = (more: number): void => {
    received += more;
    run.bytes += Math.max(0, more);
    progress.update(bytes === 0 ? rows : Math.round((rows * received) / bytes));
  };
  const fetchFile = (file: ExportFile): Promise<string> => {
    let nth = 0;
    const link = async (): Promise<string> => {
      nth += 1;
      const found = linkTo(links, file);
      const isGood = nth === 1 && Date.parse(found.expiresAt) > Date.now() + USED_WITHIN_MS;
      if (!isGood) links = (await graph.export(done.id)) ?? links;
      return `${graph.url}${linkTo(links, file).url}`;
    };
    return download(file, { folder, link, patience, onBytes });
  };
  progress.begin(name, rows);
  try {
    await checkManifest(done, await fetchFile(done.manifest!), run.manifestKeys);
    const copied: { path: string; province: string | null }[] = [];
    for (const file of done.files) copied.push({ path: await fetchFile(file), province: file.province });
    return copied;
  } finally {
    progress.end();
  }
}

/** The file as an answer of the graph has it, which may be a later one. */
function linkTo({ files, manifest }: Export, file: ExportFile): ExportFile {
  return [...files, manifest].find((one) => one?.name === file.name) ?? file;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
