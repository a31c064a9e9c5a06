import type { Answer, Ask, GraphError } from '../graph/ask';
import type { Operation } from '../graph/operation';

/** Which rows of a list are asked for: its filter and order, or what evidence is asked by. */
export type RowVariables = Readonly<Record<string, unknown>>;

export interface ListVariables extends RowVariables {
  readonly first: number;
  readonly after: string | null;
  readonly counted: boolean;
}

export interface ListPage<Node> {
  readonly page: {
    readonly totalCount?: number;
    readonly nodes: readonly Node[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  };
}

export type ListOperation<Node> = Operation<ListPage<Node>, ListVariables>;

export interface Rows<Node> {
  readonly nodes: readonly Node[];
  /** How many the graph says there are; null when rows are picked from among them. */
  readonly totalCount: number | null;
  /** Whether these are all. */
  readonly isWhole: boolean;
  readonly fault: GraphError | null;
}

export interface RowsWanted<Node> {
  readonly operation: ListOperation<Node>;
  readonly variables: RowVariables;
  /** What `keeps` and `ends` were made of. */
  readonly within?: readonly string[];
  /** Rows that belong to the list; without it, all. */
  readonly keeps?: (node: Node) => boolean;
  /** Whether no row from here on can belong to it. */
  readonly ends?: (node: Node) => boolean;
}

/** The most rows that the graph gives in a page, and that the page holds of a list. */
const PAGE = 1_000;
export const MOST_ROWS = 20_000;

/** The rows of a list, page after page. */
export async function loadRows<Node>(
  ask: Ask,
  { operation, variables, keeps, ends }: RowsWanted<Node>,
  progress: (rows: number) => void,
  signal?: AbortSignal,
): Promise<Rows<Node>> {
  const nodes: Node[] = [];
  let totalCount: number | null = null;
  let after = null as string | null;
  let read = 0;
  for (;;) {
    const counted = after === null && !keeps;
    const { data, errors }: Answer<ListPage<Node>> = await ask<ListPage<Node>, ListVariables>(
      operation,
      { ...variables, first: PAGE, after, counted },
      signal,
    );
    if (!data?.page) return { nodes, totalCount, isWhole: false, fault: errors[0] ?? null };
    const { page } = data;
    totalCount ??= page.totalCount ?? null;
    const end = ends ? page.nodes.findIndex(ends) : -1;
    const inside = end < 0 ? page.nodes : page.nodes.slice(0, end);
    nodes.push(...(keeps ? inside.filter(keeps) : inside));
    read += page.nodes.length;
    progress(read);
    after = end < 0 && page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
    if (after === null) return { nodes, totalCount, isWhole: true, fault: null };
    if (read >= MOST_ROWS) return { nodes, totalCount, isWhole: false, fault: null };
  }
}
