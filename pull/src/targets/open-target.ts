import { EXIT, PullFailure, messageOf } from '../failure';
import { DuckDbTarget } from './duckdb-target';
import { FILE_FORMS, type FileFormName } from './file-forms';
import { FolderTarget } from './folder-target';
import { PostgresTarget } from './postgres-target';
import type { Target } from './target';

export type Format = FileFormName;
export const FORMATS = Object.keys(FILE_FORMS) as readonly Format[];

/** Errors: `PullFailure` when another run has the target (BUSY), or it cannot be written (NOT_WRITTEN). */
export async function openTarget(into: string, format: Format = 'parquet'): Promise<Target> {
  try {
    if (/^postgres(?:ql)?:\/\//.test(into)) return await PostgresTarget.open(into);
    if (into.startsWith('duckdb:')) return await DuckDbTarget.open(into.slice('duckdb:'.length));
    return await FolderTarget.open(into, FILE_FORMS[format]);
  } catch (error) {
    if (error instanceof PullFailure) throw error;
    throw new PullFailure(EXIT.NOT_WRITTEN, `--into cannot be opened: ${messageOf(error)}`, { cause: error });
  }
}
