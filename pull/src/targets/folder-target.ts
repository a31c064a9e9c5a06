import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Spool } from '../changes/spool';
import type { Dataset } from '../graph/contract';
import type { DatasetState } from '../state/dataset-state';
import { flush } from '../state/durable';
import { FolderState, type Moves } from '../state/folder-state';
import { Lock } from '../state/lock';
import { Duck, name, text } from './duck';
import type { FileForm } from './file-forms';
import { countOfGone, freshRows } from './fresh-rows';
import type { Applied, CopiedFile, Target } from './target';

/** The file of rows that are of no province. */
const NO_PROVINCE = 'VN-00';
const WORK = '.pull';

/** A folder for each dataset with a file for each province, as the graph exports them. */
export class FolderTarget implements Target {
  readonly takes;
  readonly work: string;

  private constructor(
    private readonly folder: string,
    private readonly form: FileForm,
    private readonly lock: Lock,
    private readonly state: FolderState,
    private readonly duck: Duck,
  ) {
    this.takes = { format: form.format, compression: 'NONE' } as const;
    this.work = path.join(folder, WORK);
  }

  static async open(folder: string, form: FileForm): Promise<FolderTarget> {
    const work = path.join(folder, WORK);
    mkdirSync(folder, { recursive: true });
    const lock = Lock.take(work);
    try {
      const state = await FolderState.open(folder, path.join(work, 'state.json'));
      return new FolderTarget(folder, form, lock, state, await Duck.open(':memory:', work));
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  stateOf(dataset: string): DatasetState {
    return this.state.of(dataset);
  }

  saveState(dataset: string, state: DatasetState): Promise<void> {
    return this.state.save(dataset, state);
  }

  async replace(dataset: Dataset, files: readonly CopiedFile[], state: DatasetState): Promise<void> {
    const moves = files.map((file) => ({
      from: path.relative(this.folder, file.path),
      to: this.placeOf(dataset, file.province),
    }));
    const kept = new Set(moves.map(({ to }) => to));
    // Those of another format too.
    const removals = this.everythingOf(dataset).filter((file) => !kept.has(file));
    await this.state.save(dataset.name, state, { moves, removals });
  }

  /** Writes anew the files of the provinces in which something changed, and no others. */
  async apply(dataset: Dataset, spool: Spool, state: DatasetState): Promise<Applied> {
    await this.duck.run(freshRows(dataset, spool));
    const places = await this.touchedPlaces(dataset);
    const before = this.filesOf(dataset).filter((place) => places.includes(place));
    const removed =
      before.length === 0 ? 0 : await this.duck.number(countOfGone(dataset, this.rowsOf(dataset, before)));
    const next = path.join(this.work, 'next');
    rmSync(next, { recursive: true, force: true });
    mkdirSync(next);
    const moves: Moves['moves'][number][] = [];
    for (const place of places) {
      const written = path.join(next, path.basename(place));
      await this.rewrite(dataset, place, written);
      await flush(written);
      moves.push({ from: path.relative(this.folder, written), to: place });
    }
    const written = await this.duck.number('select count(*) as number from fresh');
    await this.state.save(dataset.name, state, { moves, removals: [] });
    return { written, removed };
  }

  async count(dataset: Dataset): Promise<number> {
    const files = this.filesOf(dataset);
    return files.length === 0 ? 0 : this.duck.number(`select count(*) as number from ${this.rowsOf(dataset, files)}`);
  }

  async close(): Promise<void> {
    this.duck.close();
    this.lock.release();
  }

  /** The files of the provinces that subjects of the changes are of: an id says its province, which never changes. */
  private async touchedPlaces(dataset: Dataset): Promise<string[]> {
    const rows = await this.duck.rows('select distinct province from touched');
    return rows.map(({ province }) => this.placeOf(dataset, province as string | null));
  }

  private async rewrite(dataset: Dataset, place: string, written: string): Promise<void> {
    const fields = this.form.written(dataset.fields);
    const province = path.parse(place).name;
    const parts = [`select ${fields} from fresh where coalesce(_province, ${text(NO_PROVINCE)}) = ${text(province)}`];
    if (this.filesOf(dataset).includes(place)) {
      const others = `${name(dataset.subject!)} not in (select subject from touched)`;
      parts.unshift(`select * from ${this.rowsOf(dataset, [place])} where ${others}`);
    }
    await this.duck.run(`copy (${parts.join(' union all by name ')}) to ${text(written)} (${this.form.options})`);
  }

  private rowsOf(dataset: Dataset, places: readonly string[]): string {
    const files = places.map((place) => path.join(this.folder, place));
    return this.form.read(files, dataset.fields);
  }

  private placeOf(dataset: Dataset, province: string | null): string {
    return path.join(folderOf(dataset), `${province ?? NO_PROVINCE}.${this.form.extension}`);
  }

  private filesOf(dataset: Dataset): string[] {
    return this.everythingOf(dataset).filter((file) => file.endsWith(`.${this.form.extension}`));
  }

  private everythingOf(dataset: Dataset): string[] {
    const folder = folderOf(dataset);
    const place = path.join(this.folder, folder);
    if (!existsSync(place)) return [];
    const found = readdirSync(place).sort();
    return found.map((file) => path.join(folder, file));
  }
}

function folderOf(dataset: Dataset): string {
  return dataset.name.toLowerCase();
}
