import { PassingFailure, withPatience } from './retries';

const never = new AbortController().signal;
const patience = (tries: number, more = {}) => ({
  tries,
  onWait: () => undefined,
  interrupted: never,
  firstWaitMs: 1,
  ...more,
});

/** Fails as told, then gives the number of the attempt. */
function failing(...failures: readonly Error[]): () => Promise<number> {
  let nth = 0;
  return async () => {
    nth += 1;
    if (nth <= failures.length) throw failures[nth - 1]!;
    return nth;
  };
}

const away = (): PassingFailure => new PassingFailure('no answer.');

it('tries again what fails for now, as often as it may and no more', async () => {
  await expect(withPatience('Asking', patience(3), failing(away(), away()))).resolves.toBe(3);
  await expect(withPatience('Asking', patience(3), failing(away(), away(), away()))).rejects.toMatchObject({
    exitCode: 1,
    message: 'Asking failed 3 times in a row: no answer.',
  });
});

it('what will not pass is not tried again', async () => {
  const attempt = jest.fn(failing(new Error('not allowed')));
  await expect(withPatience('Asking', patience(3), attempt)).rejects.toThrow('not allowed');
  expect(attempt).toHaveBeenCalledTimes(1);
});

it('each wait is longer than the one before can be, up to chance, and never shorter than what the graph asks for', async () => {
  const waits: number[] = [];
  const onWait = (message: string): void => void waits.push(Number(/in ([\d.]+) s/.exec(message)![1]));
  const failures = [away(), away(), away(), new PassingFailure('too fast.', 100)];
  await withPatience('Asking', patience(9, { onWait, firstWaitMs: 16 }), failing(...failures));
  const [first, second, third, asked] = waits as [number, number, number, number];
  for (const [wait, longest] of [
    [first, 0.016],
    [second, 0.032],
    [third, 0.064],
  ] as const) {
    expect(wait).toBeGreaterThanOrEqual(longest / 2 - 0.05);
    expect(wait).toBeLessThanOrEqual(longest + 0.05);
  }
  expect(asked).toBe(0.1);
});

it('an interruption ends the waiting', async () => {
  const interruption = new AbortController();
  const onWait = (): void => interruption.abort();
  const waiting = withPatience(
    'Asking',
    patience(3, { onWait, interrupted: interruption.signal, firstWaitMs: 600_000 }),
    failing(away()),
  );
  await expect(waiting).rejects.toThrow(/abort/i);
});
