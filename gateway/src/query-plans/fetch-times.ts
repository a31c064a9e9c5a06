import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { IncomingHttpHeaders } from 'node:http';
import type { GatewayContext } from '../data-source';

/** By which a request asks for the plan, and with it for the times: Apollo's own header for the one. */
const HEADER = 'apollo-query-plan-experimental';

/** A request of the gateway to a subgraph. */
export interface FetchTime {
  readonly subgraph: string;
  /** Where in the answer its data goes, `@` for the rows of a list; empty: at the top. */
  readonly path: string;
  /** Milliseconds since the operation began, and from there to the subgraph's answer. */
  readonly startedMs: number;
  readonly tookMs: number;
  readonly failed: boolean;
}

/** Of one operation that asked for its times. */
export class FetchTimes {
  private readonly began = performance.now();
  private readonly fetches: FetchTime[] = [];

  /** Null: not asked, or not to be told. */
  static askedFor(headers: IncomingHttpHeaders, { queryPlans }: { readonly queryPlans: boolean }): FetchTimes | null {
    return queryPlans && headers[HEADER] ? new FetchTimes() : null;
  }

  async measure<T extends { readonly errors?: readonly unknown[] }>(
    fetch: Pick<FetchTime, 'subgraph' | 'path'>,
    run: () => Promise<T>,
  ): Promise<T> {
    const started = performance.now();
    let failed = true;
    try {
      const answer = await run();
      failed = (answer.errors ?? []).length > 0;
      return answer;
    } finally {
      this.fetches.push({
        ...fetch,
        startedMs: rounded(started - this.began),
        tookMs: rounded(performance.now() - started),
        failed,
      });
    }
  }

  /** In the order in which they began. */
  all(): readonly FetchTime[] {
    return this.fetches.toSorted((one, other) => one.startedMs - other.startedMs);
  }
}

/** The same source; of operations that asked for it, it notes how long each fetch takes. */
export function timesFetches(subgraph: string, source: GraphQLDataSource<GatewayContext>): typeof source {
  return {
    process(options: GraphQLDataSourceProcessOptions<GatewayContext>) {
      const times = (options.context as GatewayContext).fetchTimes;
      if (!times) return source.process(options);
      const path = 'pathInIncomingRequest' in options ? (options.pathInIncomingRequest ?? []).join('.') : '';
      return times.measure({ subgraph, path }, () => source.process(options));
    },
  };
}

/** Has to be among Apollo Server's plugins. */
export const tellsFetchTimes: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue: { fetchTimes }, response: { body } }) => {
      if (!fetchTimes || body.kind !== 'single') return;
      body.singleResult.extensions = { ...body.singleResult.extensions, fetchTimes: fetchTimes.all() };
    },
  }),
};

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
