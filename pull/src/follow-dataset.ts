import { rm } from 'node:fs/promises';
import path from 'node:path';
import { SpoolWriter } from './changes/spool';
import { RefusedByGraph } from './failure';
import type { Dataset } from './graph/contract';
import type { Run } from './run';
import type { DatasetState } from './state/dataset-state';
import { writing } from './targets/target';

export interface Followed {
  /** Told by the feed. */
  readonly changes: number;
  readonly written: number;
  readonly removed: number;
}

const PAGE = 500;
/** What goes into the target at once: a run that is killed begins again after the last of these. */
const CHANGES_AT_ONCE = 100_000;

/**
 * Brings the copy of a dataset up to what the graph has now, by what has changed since. Null when it has to be copied anew:
 * it holds sums over many subjects, which have no changes of their own, and events have come in; or the graph no longer
 * takes the cursor, since its database was restored.
 */
export async function followDataset(run: Run, dataset: Dataset): Promise<Followed | null> {
  try {
    if (dataset.subject !== null) return await followSubjects(run, dataset);
    return (await isOutOfDate(run, dataset)) ? null : { changes: 0, written: 0, removed: 0 };
  } catch (error) {
    if (!(error instanceof RefusedByGraph)) throw error;
    run.progress.say(`${error.message} The dataset is copied anew.`);
    return null;
  }
}

async function followSubjects(run: Run, dataset: Dataset): Promise<Followed> {
  const total = { changes: 0, written: 0, removed: 0 };
  for (let hasMore = true; hasMore;) {
    const state = run.target.stateOf(dataset.name);
    const folder = path.join(run.target.work, 'changes', dataset.name);
    const spool = new SpoolWriter(folder, await run.provinceOf());
    let fetched: { cursor: string; hasMore: boolean };
    let written;
    try {
      fetched = await fetchChanges(run, dataset, state, spool);
    } finally {
      written = await spool.close();
    }
    hasMore = fetched.hasMore;
    const next = { ...state, cursor: fetched.cursor };
    if (written.changes > 0) {
      const applied = await writing(() => run.target.apply(dataset, written, next));
      total.changes += written.changes;
      total.written += applied.written;
      total.removed += applied.removed;
    } else if (fetched.cursor !== state.cursor) {
      await writing(() => run.target.saveState(dataset.name, next));
    }
    await rm(folder, { recursive: true, force: true });
  }
  return total;
}

async function fetchChanges({ graph }: Run, dataset: Dataset, { cursor, shape }: DatasetState, spool: SpoolWriter) {
  const fetched = { cursor: cursor!, hasMore: true };
  for (let count = 0; fetched.hasMore && count < CHANGES_AT_ONCE;) {
    const page = await graph.changes(dataset.name, fetched.cursor, PAGE, shape!.provinces);
    await spool.add(page.nodes);
    count += page.nodes.length;
    fetched.hasMore = page.hasMore;
    fetched.cursor = page.endCursor;
  }
  return fetched;
}

async function isOutOfDate({ graph, target }: Run, { name }: Dataset): Promise<boolean> {
  const { cursor, shape } = target.stateOf(name);
  const page = await graph.changes(name, cursor!, 1, shape!.provinces);
  return page.endCursor !== cursor || page.hasMore;
}
