import { isDeepStrictEqual } from 'node:util';
import type { ExportFormat, Field } from '../graph/contract';

/** What a copy was asked with: when it is another, the copy is made anew. */
export interface Shape {
  readonly key: readonly string[];
  readonly fields: readonly Field[];
  readonly format: ExportFormat;
  /** Null: all. */
  readonly provinces: readonly string[] | null;
  /** A day: records with an event since then; null: all. */
  readonly since: string | null;
}

/** How far the copy of a dataset is. */
export interface DatasetState {
  /** Of the copy that is there; null before the first is. */
  readonly shape: Shape | null;
  /** Where the feed goes on; null before there is a copy. */
  readonly cursor: string | null;
  /** The export that is being fetched, for `shape` or for another. */
  readonly underWay: { readonly exportId: string; readonly shape: Shape } | null;
}

export const NOTHING: DatasetState = { shape: null, cursor: null, underWay: null };

/** In whatever order a database gives back what it was given. */
export function isSameShape(one: Shape | null, other: Shape): boolean {
  return isDeepStrictEqual(one, other);
}
