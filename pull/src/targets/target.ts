import type { Spool } from '../changes/spool';
import { EXIT, PullFailure, messageOf } from '../failure';
import type { Dataset, ExportInput } from '../graph/contract';
import type { DatasetState } from '../state/dataset-state';

export interface CopiedFile {
  readonly path: string;
  readonly province: string | null;
}

/** Rows that changed in the copy. */
export interface Applied {
  readonly written: number;
  readonly removed: number;
}

/**
 * Where the copy is. Each of the methods that write is all or nothing together with the state that it is given, whenever
 * the process is killed.
 */
export interface Target {
  /** In which form it takes an export's files. */
  readonly takes: Required<Pick<ExportInput, 'format' | 'compression'>>;
  /** A folder for what is fetched and not yet in the target. */
  readonly work: string;
  stateOf(dataset: string): DatasetState;
  saveState(dataset: string, state: DatasetState): Promise<void>;
  /** Takes the files of an export in place of whatever there is of the dataset. */
  replace(dataset: Dataset, files: readonly CopiedFile[], state: DatasetState): Promise<void>;
  /** Puts the rows of the changes in place of those of their subjects. */
  apply(dataset: Dataset, spool: Spool, state: DatasetState): Promise<Applied>;
  /** Rows of the dataset. */
  count(dataset: Dataset): Promise<number>;
  close(): Promise<void>;
}

/** What fails in the target has its own exit code: the graph is not at fault. */
export async function writing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PullFailure) throw error;
    throw new PullFailure(EXIT.NOT_WRITTEN, `The copy could not be written: ${messageOf(error)}`, { cause: error });
  }
}
