import type { GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { type LocalSubgraph, type Logger, presentError } from '@thads/shared';
import { type DocumentNode, execute, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type GatewayContext, type SubgraphSource, timeLeft, unavailable } from './data-source';

/** Query texts come from the gateway's own plans; this many are kept parsed. */
const KEPT_DOCUMENTS = 1_000;

/** A subgraph in this process: no HTTP, no second parse of a query text seen before. */
export class LocalDataSource implements SubgraphSource {
  private readonly documents = new LRUCache<string, DocumentNode>({ max: KEPT_DOCUMENTS });

  constructor(
    private readonly subgraph: LocalSubgraph,
    private readonly settings: { readonly deadlineMs: number; readonly logger: Logger },
  ) {}

  async process({ request, context }: GraphQLDataSourceProcessOptions<GatewayContext>) {
    const { name } = this.subgraph;
    const left = timeLeft(name, this.settings.deadlineMs, context as GatewayContext);
    const contextValue = this.contextOf(context as GatewayContext);
    const result = await within(left, name, async () =>
      execute({
        schema: this.subgraph.schema,
        document: this.parsed(request.query!),
        variableValues: request.variables,
        operationName: request.operationName,
        contextValue,
      }),
    );
    const errors = result.errors?.map((error) =>
      presentError(error.toJSON(), error.originalError ?? error, this.settings.logger),
    );
    return { data: result.data as Record<string, unknown> | null | undefined, errors, http: undefined };
  }

  dataVersion(): Promise<string> {
    return within(this.settings.deadlineMs, this.subgraph.name, () => this.subgraph.dataVersion());
  }

  private contextOf({ head }: GatewayContext): object {
    try {
      return this.subgraph.createContext(head);
    } catch {
      throw unavailable(this.subgraph.name, 'it has been stopped');
    }
  }

  private parsed(query: string): DocumentNode {
    const known = this.documents.get(query);
    if (known) return known;
    const document = parse(query, { noLocation: true });
    this.documents.set(query, document);
    return document;
  }
}

async function within<T>(milliseconds: number, subgraph: string, run: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(unavailable(subgraph, `no answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([run(), late]);
  } finally {
    clearTimeout(timer);
  }
}
