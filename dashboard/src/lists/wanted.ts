import type { ListDefinition } from './definitions';
import type { RowsWanted } from './load-rows';

interface Ended {
  readonly endedOn?: string | null;
  readonly lastEventOn?: string | null;
}

/**
 * What to ask for a list. The graph has no filter by the day that a case ended on; but nothing happens to a case before
 * its last event. So cases are read from the latest event back, to the first day asked for, and those that ended within are kept.
 */
export function rowsWanted<Node>(
  { operation }: ListDefinition<Node>,
  given: Readonly<Record<string, unknown>>,
): RowsWanted<Node> {
  const { endedFrom, endedThrough, ...filter } = given;
  if (typeof endedFrom !== 'string' || typeof endedThrough !== 'string') return { operation, filter };
  return {
    operation,
    filter,
    orderBy: { field: 'LAST_EVENT_ON', direction: 'DESC' },
    within: [endedFrom, endedThrough],
    keeps(node) {
      const { endedOn } = node as Ended;
      return !!endedOn && endedOn >= endedFrom && endedOn <= endedThrough;
    },
    ends(node) {
      const { lastEventOn } = node as Ended;
      return !!lastEventOn && lastEventOn < endedFrom;
    },
  };
}
