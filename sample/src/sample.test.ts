import { createHash } from 'node:crypto';
import type { Step } from './sample';
import { sampleSteps } from './sample';

/** One digest over every event in the order of sending. */
function digestOf(steps: readonly Step[]): string {
  const hash = createHash('sha256');
  for (const { register, histories } of steps) {
    for (const history of histories) for (const event of history) hash.update(register + JSON.stringify(event));
  }
  return hash.digest('hex');
}

describe('the sample', () => {
  const steps = sampleSteps();
  const events = steps.flatMap(({ histories }) => histories.flat());

  test('is the same in every run, event by event', () => {
    expect(digestOf(sampleSteps())).toBe(digestOf(steps));
  }, 180_000);

  test('gives every event an id of its own in the register it goes to', () => {
    for (const register of new Set(steps.map((step) => step.register))) {
      const own = steps.filter((step) => step.register === register).flatMap(({ histories }) => histories.flat());
      expect([register, new Set(own.map(({ id }) => id)).size]).toEqual([register, own.length]);
    }
  });

  test('has no history that is longer than a batch', () => {
    const lengths = steps.flatMap(({ histories }) => histories.map(({ length }) => length));
    expect(lengths.filter((length) => length > 1_000)).toEqual([]);
  });

  test('holds whole dong only, none negative and none beyond what a JSON number carries exactly', () => {
    const amounts = events.flatMap(({ amount }) => (typeof amount === 'number' ? [amount] : []));
    expect(amounts.length).toBeGreaterThan(10_000);
    expect(amounts.filter((amount) => !Number.isSafeInteger(amount) || amount < 0)).toEqual([]);
  });

  test('ends with the target of the nation, by which a complete load is known', () => {
    expect(steps.at(-1)!.histories.flat()).toMatchObject([{ type: 'TARGET_ASSIGNED', scope: 'VN', workingYear: 2024 }]);
  });
});
