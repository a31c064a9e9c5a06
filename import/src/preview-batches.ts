import type { RegisterEvent } from '@thads/shared';

/** An event whose outcome is wanted, or one that another builds on. */
export interface Previewed<R> {
  readonly event: RegisterEvent;
  readonly row: R;
  /** Its outcome is told of another batch. */
  readonly isContext: boolean;
}

interface Item<R> {
  readonly event: RegisterEvent;
  readonly row: R;
}

/**
 * A preview writes nothing, so that a batch cannot build on one before it. Each of these holds all the events of its
 * subjects, and those of the subjects that they name, in the order of the file; `tooMany` are the events of subjects that
 * need more than a batch holds.
 */
export function previewBatches<R>(
  items: readonly Item<R>[],
  size: number,
): { readonly batches: Previewed<R>[][]; readonly tooMany: Item<R>[] } {
  const indexesOf = new Map<string, number[]>();
  for (const [index, { event }] of items.entries()) {
    const indexes = indexesOf.get(event.subject);
    if (indexes) indexes.push(index);
    else indexesOf.set(event.subject, [index]);
  }
  const batches: Previewed<R>[][] = [];
  const tooMany: Item<R>[] = [];
  let own = new Set<number>();
  let all = new Set<number>();
  const flush = (): void => {
    if (own.size === 0) return;
    const mine = own;
    batches.push([...all].sort((a, b) => a - b).map((index) => ({ ...items[index]!, isContext: !mine.has(index) })));
    own = new Set();
    all = new Set();
  };
  for (const [subject, indexes] of indexesOf) {
    const needed = withContext(subject, indexesOf, items);
    if (needed.size > size) {
      tooMany.push(...indexes.map((index) => items[index]!));
      continue;
    }
    const more = [...needed].filter((index) => !all.has(index)).length;
    if (all.size + more > size) flush();
    for (const index of indexes) own.add(index);
    for (const index of needed) all.add(index);
  }
  flush();
  return { batches, tooMany };
}

function withContext<R>(
  subject: string,
  indexesOf: ReadonlyMap<string, readonly number[]>,
  items: readonly Item<R>[],
): Set<number> {
  const seen = new Set([subject]);
  const indexes = new Set<number>();
  for (const one of seen) {
    for (const index of indexesOf.get(one)!) {
      indexes.add(index);
      for (const value of Object.values(items[index]!.event)) {
        if (typeof value === 'string' && indexesOf.has(value)) seen.add(value);
      }
    }
  }
  return indexes;
}
