import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DatasetState } from './dataset-state';
import * as durable from './durable';
import { FolderState } from './folder-state';

jest.mock('./durable', () => ({ __esModule: true, ...jest.requireActual('./durable') }));

const BEFORE: DatasetState = { shape: null, cursor: '1', underWay: null };
const AFTER: DatasetState = { shape: null, cursor: '2', underWay: null };
const MOVES = {
  moves: ['a', 'b', 'c'].map((name) => ({ from: `next/${name}`, to: `cases/${name}` })),
  removals: ['cases/old'],
};

let folder: string;
const open = (): Promise<FolderState> => FolderState.open(folder, path.join(folder, 'state.json'));
const contentOf = (file: string): string | null =>
  existsSync(path.join(folder, file)) ? readFileSync(path.join(folder, file), 'utf8') : null;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'thads-state-'));
  for (const place of ['next', 'cases']) mkdirSync(path.join(folder, place));
  for (const name of ['a', 'b', 'c']) writeFileSync(path.join(folder, 'next', name), 'new');
  for (const name of ['a', 'old']) writeFileSync(path.join(folder, 'cases', name), 'old');
  await (await open()).save('CASES', BEFORE);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** What is in the folder after a run that ended when it was about to do its n-th step that lasts. */
async function endedAt(nth: number): Promise<void> {
  let step = 0;
  const { moveInto, writeWhole } = jest.requireActual<typeof durable>('./durable');
  const orEnd =
    <A extends unknown[]>(act: (...args: A) => Promise<void>) =>
    async (...args: A): Promise<void> => {
      if ((step += 1) >= nth) throw new Error('killed');
      await act(...args);
    };
  jest.spyOn(durable, 'moveInto').mockImplementation(orEnd(moveInto));
  jest.spyOn(durable, 'writeWhole').mockImplementation(orEnd(writeWhole));
  await (await open()).save('CASES', AFTER, MOVES).catch(() => undefined);
  jest.restoreAllMocks();
}

it.each([1, 2, 3, 4, 5])(
  'killed before step %i, everything is as before or, by the next run, as after',
  async (nth) => {
    await endedAt(nth);
    const state = await open();
    const isAfter = state.of('CASES').cursor === '2';
    expect(isAfter).toBe(nth > 1);
    expect(['a', 'b', 'c', 'old'].map((name) => contentOf(`cases/${name}`))).toEqual(
      isAfter ? ['new', 'new', 'new', null] : ['old', null, null, 'old'],
    );
  },
);

it('a state that was being written when the run was killed is not read', async () => {
  writeFileSync(path.join(folder, 'state.json.next'), '{"version": 1, "data');
  expect((await open()).of('CASES')).toEqual(BEFORE);
});

it('the state of another release is refused by name', async () => {
  writeFileSync(path.join(folder, 'state.json'), '{"version": 2}');
  await expect(open()).rejects.toThrow(/another release/);
  renameSync(path.join(folder, 'state.json'), path.join(folder, 'aside'));
  expect((await open()).of('CASES').cursor).toBeNull();
});
