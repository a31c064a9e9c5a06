import { setTimeout as sleep } from 'node:timers/promises';
import type { Traffic } from '../../database/traffic';

/** For each unit of work so many of rest, while somebody waits. */
const REST = 3;
/** What took long was waited for, as a lock is, and no work. */
const MOST_MS = 200;

/** Resolves when the next piece of work may be done: at once, or after a rest while somebody waits for the database. */
export function courtesyTo(traffic: Traffic): () => Promise<void> {
  let begunAt = performance.now();
  return async () => {
    if (traffic.isBusy) await sleep(Math.min(MOST_MS, REST * (performance.now() - begunAt)));
    begunAt = performance.now();
  };
}
