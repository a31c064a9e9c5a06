import { setTimeout as sleep } from 'node:timers/promises';
import { Traffic } from '../../database/traffic';
import { courtesyTo } from './export-courtesy';

/** Milliseconds of rest after ten of work. */
async function restAfterWork(traffic: Traffic): Promise<number> {
  const courtesy = courtesyTo(traffic);
  const begun = performance.now();
  while (performance.now() - begun < 10);
  const worked = performance.now();
  await courtesy();
  return performance.now() - worked;
}

it('work that nobody waits for rests three times as long as it works while somebody waits, and not otherwise', async () => {
  const traffic = new Traffic();
  expect(traffic.isBusy).toBe(false);
  let answer = (): void => undefined;
  const asked = traffic.during(() => new Promise<void>((resolve) => (answer = resolve)));
  expect(traffic.isBusy).toBe(true);
  // Timers count whole milliseconds.
  expect(await restAfterWork(traffic)).toBeGreaterThan(28);
  answer();
  await asked;
  expect(traffic.isBusy).toBe(true);
  while (traffic.isBusy) await sleep(5);
  await expect(traffic.during(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  while (traffic.isBusy) await sleep(5);
  const whileNobodyWaits = courtesyTo(traffic);
  let isResting = true;
  void whileNobodyWaits().then(() => (isResting = false));
  await Promise.resolve();
  await Promise.resolve();
  expect(isResting).toBe(false);
});
