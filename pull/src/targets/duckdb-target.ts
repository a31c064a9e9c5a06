import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Spool } from '../changes/spool';
import type { Dataset } from '../graph/contract';
import { type DatasetState, NOTHING } from '../state/dataset-state';
import { Lock } from '../state/lock';
import { Duck, columns, jsonLines, name, names, text } from './duck';
import { countOfGone, freshRows } from './fresh-rows';
import type { Applied, CopiedFile, Target } from './target';

const SCHEMA = 'thads';
const STATE = `${SCHEMA}.pull_state`;

/** A file of DuckDB with a schema `thads` and a table for each dataset. Rows and state change in one transaction. */
export class DuckDbTarget implements Target {
  readonly takes = { format: 'JSON_LINES', compression: 'GZIP' } as const;

  private constructor(
    readonly work: string,
    private readonly lock: Lock,
    private readonly duck: Duck,
    private readonly states: Map<string, DatasetState>,
  ) {}

  static async open(file: string): Promise<DuckDbTarget> {
    const work = `${file}.pull`;
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    const lock = Lock.take(work);
    try {
      const duck = await Duck.open(file, work);
      await duck.run(`create schema if not exists ${SCHEMA}`);
      await duck.run(`create table if not exists ${STATE} (dataset varchar primary key, state varchar not null)`);
      const stored = await duck.rows(`select dataset, state from ${STATE}`);
      const states = stored.map(({ dataset, state }) => [String(dataset), JSON.parse(String(state))] as const);
      return new DuckDbTarget(work, lock, duck, new Map(states));
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  stateOf(dataset: string): DatasetState {
    return this.states.get(dataset) ?? NOTHING;
  }

  async saveState(dataset: string, state: DatasetState): Promise<void> {
    await this.duck.run(
      `insert into ${STATE} values (${text(dataset)}, ${text(JSON.stringify(state))})
       on conflict (dataset) do update set state = excluded.state`,
    );
    this.states.set(dataset, state);
  }

  async replace(dataset: Dataset, files: readonly CopiedFile[], state: DatasetState): Promise<void> {
    const table = tableOf(dataset);
    const paths = files.map((file) => file.path);
    await this.atOnce(dataset, state, async () => {
      await this.duck.run(`create or replace table ${table} (${columns(dataset.fields)})`);
      if (paths.length > 0) {
        await this.duck.run(`insert into ${table} select * from ${jsonLines(paths, dataset.fields)}`);
      }
    });
  }

  async apply(dataset: Dataset, spool: Spool, state: DatasetState): Promise<Applied> {
    const table = tableOf(dataset);
    const subject = name(dataset.subject!);
    return this.atOnce(dataset, state, async () => {
      await this.duck.run(freshRows(dataset, spool));
      const removed = await this.duck.number(countOfGone(dataset, table));
      await this.duck.run(`delete from ${table} where ${subject} in (select subject from touched)`);
      await this.duck.run(`insert into ${table} select ${names(dataset.fields.map((field) => field.name))} from fresh`);
      return { written: await this.duck.number('select count(*) as number from fresh'), removed };
    });
  }

  async count(dataset: Dataset): Promise<number> {
    return this.duck.number(`select count(*) as number from ${tableOf(dataset)}`);
  }

  async close(): Promise<void> {
    this.duck.close();
    this.lock.release();
  }

  private async atOnce<T>(dataset: Dataset, state: DatasetState, work: () => Promise<T>): Promise<T> {
    const before = this.stateOf(dataset.name);
    try {
      return await this.duck.atOnce(async () => {
        const result = await work();
        await this.saveState(dataset.name, state);
        return result;
      });
    } catch (error) {
      this.states.set(dataset.name, before);
      throw error;
    }
  }
}

function tableOf(dataset: Dataset): string {
  return `${SCHEMA}.${name(dataset.name.toLowerCase())}`;
}
