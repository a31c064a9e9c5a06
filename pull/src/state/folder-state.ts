import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { EXIT, PullFailure } from '../failure';
import { type DatasetState, NOTHING } from './dataset-state';
import { moveInto, writeWhole } from './durable';

/** Files that take their place together with a new state. Paths from the folder. */
export interface Moves {
  readonly moves: readonly { readonly from: string; readonly to: string }[];
  readonly removals: readonly string[];
}

interface Stored {
  readonly version: 1;
  readonly datasets: Readonly<Record<string, DatasetState>>;
  /** Begun with this state; to be ended by whoever finds it. */
  readonly moving: Moves | null;
}

/**
 * The state of a folder of files, in a file of its own. The new state and the list of what has to be moved for it are
 * written in one step; a run that is killed in the middle of the moves leaves them to the next, which begins with them.
 */
export class FolderState {
  private constructor(
    private readonly folder: string,
    private readonly file: string,
    private stored: Stored,
  ) {}

  static async open(folder: string, file: string): Promise<FolderState> {
    const state = new FolderState(folder, file, read(file));
    await state.endMoves();
    return state;
  }

  of(dataset: string): DatasetState {
    return this.stored.datasets[dataset] ?? NOTHING;
  }

  async save(dataset: string, state: DatasetState, moving: Moves | null = null): Promise<void> {
    await this.write({ ...this.stored, datasets: { ...this.stored.datasets, [dataset]: state }, moving });
    await this.endMoves();
  }

  private async endMoves(): Promise<void> {
    const { moving } = this.stored;
    if (!moving) return;
    for (const { from, to } of moving.moves) {
      const [source, target] = [path.join(this.folder, from), path.join(this.folder, to)];
      // What is no longer there was moved before the run was killed.
      if (!existsSync(source)) continue;
      await mkdir(path.dirname(target), { recursive: true });
      await moveInto(source, target);
    }
    for (const file of moving.removals) await rm(path.join(this.folder, file), { force: true });
    await this.write({ ...this.stored, moving: null });
  }

  private async write(stored: Stored): Promise<void> {
    await writeWhole(this.file, `${JSON.stringify(stored, null, 2)}\n`);
    this.stored = stored;
  }
}

function read(file: string): Stored {
  if (!existsSync(file)) return { version: 1, datasets: {}, moving: null };
  const stored = JSON.parse(readFileSync(file, 'utf8')) as Stored;
  if (stored.version === 1) return stored;
  throw new PullFailure(
    EXIT.FAILED,
    `${file} was written by another release of this command; use that one, or begin a copy in another folder.`,
  );
}
