import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Answer, Ask, GraphError } from './ask';
import type { Config } from './config';
import type { Operation } from './operation';

export interface Graph {
  readonly config: Config;
  readonly ask: Ask;
  /** Changes with who asks; part of what answers are kept under. */
  readonly caller: number;
  readonly isSignedIn: boolean;
}

export const GraphContext = createContext<Graph | null>(null);

export function useGraph(): Graph {
  const graph = useContext(GraphContext);
  if (!graph) throw new Error('there is no graph around this part of the page');
  return graph;
}

/** An answer, or that it is waited for, with the question that gave it. */
export interface Asked<Data> {
  readonly answer: Answer<Data> | undefined;
  readonly isLoading: boolean;
  readonly text: string;
  readonly variables: unknown;
  again(): void;
}

/** How long a panel that something was missing from waits before it asks again. */
const AGAIN_AFTER_MS = 20_000;

export function useAnswer<Data, Variables>(operation: Operation<Data, Variables>, variables: Variables): Asked<Data> {
  const { ask, caller } = useGraph();
  const { data, isPending, refetch } = useQuery({
    queryKey: [caller, operation.name, variables],
    queryFn: ({ signal }) => ask(operation, variables, signal),
    refetchInterval: ({ state }) => (isPassing(state.data?.errors) ? AGAIN_AFTER_MS : false),
  });
  return {
    answer: data,
    isLoading: isPending,
    text: operation.text,
    variables,
    again: () => void refetch(),
  };
}

const PASSING: ReadonlySet<string | undefined> = new Set(['SUBGRAPH_UNAVAILABLE', 'NOT_REACHED', 'INTERNAL']);

function isPassing(errors: readonly GraphError[] | undefined): boolean {
  return errors?.some(({ extensions }) => PASSING.has(extensions?.code)) ?? false;
}

/** The first error about a field of the answer, or about what it is in. */
export function faultAt({ errors }: Answer<unknown>, field: string): GraphError | undefined {
  return errors.find(({ path }) => !path || path.length < 2 || path.includes(field));
}
