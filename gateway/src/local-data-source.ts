import type { GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { type LocalSubgraph, type Logger, type RequestHead, presentError, sendStoredFile } from '@thads/shared';
import type { Request, Response } from 'express';
import { type DocumentNode, type GraphQLError, ValuesOfCorrectTypeRule, execute, parse, validate } from 'graphql';
import type { JWK } from 'jose';
import { LRUCache } from 'lru-cache';
import type { RequestShare } from './limits/callers';
import { type GatewayContext, type SubgraphSource, timeLeft, unavailable } from './data-source';

/** Query texts come from the gateway's own plans; this many are kept parsed. */
const KEPT_DOCUMENTS = 1_000;

/** Those of the gateway's own may let a request wait. */
export interface AskedSubgraph extends Omit<LocalSubgraph, 'createContext'> {
  createContext(head: RequestHead, share: RequestShare): object;
}

interface KnownDocument {
  readonly document: DocumentNode;
  /** Values written in the query that their types refuse: the gateway does not know what a day is. */
  readonly faults: readonly GraphQLError[];
}

/** A subgraph in this process: no HTTP, no second parse of a query text seen before. */
export class LocalDataSource implements SubgraphSource {
  private readonly documents = new LRUCache<string, KnownDocument>({ max: KEPT_DOCUMENTS });

  constructor(
    private readonly subgraph: AskedSubgraph,
    private readonly settings: {
      readonly deadlineMs: number;
      readonly logger: Logger;
      /** What its resolvers may wait when they are asked to, beside the time that everything has. */
      readonly waitMs?: number;
    },
  ) {}

  async process({ request, context }: GraphQLDataSourceProcessOptions<GatewayContext>) {
    const { name } = this.subgraph;
    const { deadlineMs, waitMs = 0 } = this.settings;
    const left = timeLeft(name, deadlineMs, context as GatewayContext) + waitMs;
    const contextValue = this.contextOf(context as GatewayContext);
    const { document, faults } = this.read(request.query!);
    if (faults.length > 0) {
      return { data: null, errors: faults.map((fault) => this.presentFault(fault)), http: undefined };
    }
    const result = await within(left, name, async () =>
      execute({
        schema: this.subgraph.schema,
        document,
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

  async sendExportFile(id: string, file: string, _request: Request, response: Response): Promise<void> {
    await sendStoredFile(response, (await this.subgraph.exports?.file(id, file)) ?? 'UNKNOWN', file);
  }

  async exportKey(): Promise<JWK | null> {
    return (await this.subgraph.exports?.publicKey()) ?? null;
  }

  private contextOf({ head, share }: GatewayContext): object {
    try {
      return this.subgraph.createContext(head, share);
    } catch {
      throw unavailable(this.subgraph.name, 'it has been stopped');
    }
  }

  private read(query: string): KnownDocument {
    const known = this.documents.get(query);
    if (known) return known;
    const document = parse(query, { noLocation: true });
    const read = { document, faults: validate(this.subgraph.schema, document, [ValuesOfCorrectTypeRule]) };
    this.documents.set(query, read);
    return read;
  }

  private presentFault(fault: GraphQLError) {
    const formatted = { ...fault.toJSON(), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } };
    return presentError(formatted, fault, this.settings.logger);
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
