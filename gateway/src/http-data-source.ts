import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { REQUEST_ID_HEADER } from '@thads/shared';
import { Pool } from 'undici';
import { type GatewayContext, timeLeft, unavailable } from './data-source';

/** A subgraph over HTTP. Forwards the request id and nothing else of the caller's headers. */
export class HttpDataSource implements GraphQLDataSource<GatewayContext> {
  private readonly pool: Pool;
  private readonly path: string;

  constructor(
    private readonly name: string,
    url: string,
    private readonly settings: { readonly deadlineMs: number },
  ) {
    const { origin, pathname } = new URL(url);
    this.pool = new Pool(origin, { connections: 64 });
    this.path = pathname;
  }

  async process({ request, context }: GraphQLDataSourceProcessOptions<GatewayContext>) {
    const left = timeLeft(this.name, this.settings.deadlineMs, context as GatewayContext);
    const { query, variables, operationName } = request;
    let body: unknown;
    try {
      const response = await this.pool.request({
        method: 'POST',
        path: this.path,
        headers: {
          'content-type': 'application/json',
          [REQUEST_ID_HEADER]: (context as GatewayContext).requestId,
        },
        body: JSON.stringify({ query, variables, operationName }),
        signal: AbortSignal.timeout(left),
      });
      body = await response.body.json();
    } catch (error) {
      const late = (error as { name?: unknown }).name === 'TimeoutError';
      throw unavailable(this.name, late ? `no answer within ${left} ms` : 'no connection');
    }
    if (!isGraphQLResult(body)) throw unavailable(this.name, 'its answer is not GraphQL');
    return { data: body.data, errors: body.errors as never, http: undefined };
  }

  async stop(): Promise<void> {
    await this.pool.close();
  }
}

function isGraphQLResult(body: unknown): body is { data?: Record<string, unknown> | null; errors?: unknown[] } {
  return typeof body === 'object' && body !== null && ('data' in body || 'errors' in body);
}
