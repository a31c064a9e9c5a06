import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useGraph } from '../graph/use-graph';
import { type Rows, type RowsWanted, loadRows } from './load-rows';

export interface RowsAsked<Node> {
  readonly rows: Rows<Node> | undefined;
  /** Rows read so far. */
  readonly progress: number;
  again(): void;
}

export function useRows<Node>(wanted: RowsWanted<Node>): RowsAsked<Node> {
  const { ask, caller } = useGraph();
  const [progress, setProgress] = useState(0);
  const { operation, variables, within } = wanted;
  const { data, refetch } = useQuery({
    queryKey: [caller, operation.name, variables, within ?? null],
    queryFn: ({ signal }) => loadRows(ask, wanted, setProgress, signal),
  });
  return { rows: data, progress, again: () => void refetch() };
}
