import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something is so. Rejects after 20 seconds, naming it. */
export async function until(what: string, isSo: () => unknown): Promise<void> {
  const begun = Date.now();
  while (!(await isSo())) {
    if (Date.now() - begun > 20_000) throw new Error(`not within 20 s: ${what}`);
    await sleep(10);
  }
}
