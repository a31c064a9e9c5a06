import type { ListDefinition } from './definitions';
import type { RowsWanted } from './load-rows';

interface Ended {
  readonly endedOn?: string | null;
  readonly lastEventOn?: string | null;
}

/**
 * What to ask for a list. Evidence is asked by all that is given, but for which of its numbers is summed. The graph has no filter by the day that a case ended on; but nothing happens to a case before
 * its last event. So cases are read from the latest event back, to the first day asked for, and those that ended within are kept.
 */
export function rowsWanted<Node>(
  { operation, isEvidence = false }: ListDefinition<Node>,
  given: Readonly<Record<string, unknown>>,
): RowsWanted<Node> {
  const { endedFrom, endedThrough, measure: _ofTheSum, ...asked } = given;
  if (isEvidence) return { operation, variables: asked };
  if (typeof endedFrom !== 'string' || typeof endedThrough !== 'string') {
    return { operation, variables: { filter: asked } };
  }
  return {
    operation,
    variables: { filter: asked, orderBy: { field: 'LAST_EVENT_ON', direction: 'DESC' } },
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
