import type { GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { DATA_VERSION_PATH, EXPORTS_PATH, REQUEST_ID_HEADER, RequestRefused, STATEMENT_HEADER } from '@thads/shared';
import type { Request, Response } from 'express';
import type { JWK } from 'jose';
import type { IncomingHttpHeaders } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { type Dispatcher, Pool } from 'undici';
import { type GatewayContext, type SubgraphSource, timeLeft, unavailable } from './data-source';
import type { Statements } from './identity/statements';

/** A subgraph over HTTP. It is told the request id and the gateway's statement, and nothing else of the caller's headers. */
export class HttpDataSource implements SubgraphSource {
  private readonly pool: Pool;
  private readonly path: string;
  private readonly dataVersionPath: string;
  private readonly exportsPath: string;

  constructor(
    private readonly name: string,
    url: string,
    private readonly settings: { readonly deadlineMs: number; readonly statements: Statements },
  ) {
    const { origin, pathname } = new URL(url);
    this.pool = new Pool(origin, { connections: 64 });
    this.path = pathname;
    this.dataVersionPath = new URL(`.${DATA_VERSION_PATH}`, url).pathname;
    this.exportsPath = new URL(`.${EXPORTS_PATH}`, url).pathname;
  }

  async process({ request, context }: GraphQLDataSourceProcessOptions<GatewayContext>) {
    const { head } = context as GatewayContext;
    const left = timeLeft(this.name, this.settings.deadlineMs, context as GatewayContext);
    const { query, variables, operationName } = request;
    const body = await this.exchange(left, {
      method: 'POST',
      path: this.path,
      headers: {
        'content-type': 'application/json',
        [REQUEST_ID_HEADER]: head.requestId,
        [STATEMENT_HEADER]: await this.settings.statements.of(head),
      },
      body: JSON.stringify({ query, variables, operationName }),
    });
    if (!isGraphQLResult(body)) throw unavailable(this.name, 'its answer is not GraphQL');
    return { data: body.data, errors: body.errors as never, http: undefined };
  }

  async dataVersion(): Promise<string> {
    const body = await this.exchange(this.settings.deadlineMs, {
      method: 'GET',
      path: this.dataVersionPath,
      headers: { [STATEMENT_HEADER]: await this.settings.statements.ofGateway() },
    });
    const version = (body as { dataVersion?: unknown } | null)?.dataVersion;
    if (typeof version !== 'string') throw unavailable(this.name, 'it does not say its data version');
    return version;
  }

  async sendExportFile(id: string, file: string, request: Request, response: Response): Promise<void> {
    const answer = await this.pool
      .request({
        method: request.method as 'GET' | 'HEAD',
        path: `${this.exportsPath}/${encodeURIComponent(id)}/${encodeURIComponent(file)}`,
        headers: {
          ...pick(request.headers, PASSED_ON),
          [REQUEST_ID_HEADER]: String(response.getHeader(REQUEST_ID_HEADER) ?? ''),
          [STATEMENT_HEADER]: await this.settings.statements.ofGateway(),
        },
      })
      .catch(() => {
        throw new RequestRefused(503, 'SUBGRAPH_UNAVAILABLE', 'The files of this export are not available; try again.');
      });
    response.status(answer.statusCode);
    response.set(pick(answer.headers, PASSED_BACK));
    // Whoever has gone away needs no answer.
    await pipeline(answer.body, response).catch(() => undefined);
  }

  async exportKey(): Promise<JWK | null> {
    return (await this.exchange(this.settings.deadlineMs, {
      method: 'GET',
      path: `${this.exportsPath}/key`,
      headers: { [STATEMENT_HEADER]: await this.settings.statements.ofGateway() },
    })) as JWK;
  }

  /** The JSON that the subgraph answers with. */
  private async exchange(milliseconds: number, request: Dispatcher.RequestOptions): Promise<unknown> {
    const { statusCode, body } = await this.pool
      .request({ ...request, signal: AbortSignal.timeout(milliseconds) })
      .then(async (response) => ({ statusCode: response.statusCode, body: await response.body.json() }))
      .catch((error: unknown) => {
        const late = (error as { name?: unknown }).name === 'TimeoutError';
        throw unavailable(this.name, late ? `no answer within ${milliseconds} ms` : 'no connection');
      });
    // Of the gateway, not of the caller, who must not be told to bring another token.
    if (statusCode === 401) throw unavailable(this.name, 'it does not know this gateway');
    return body;
  }

  async stop(): Promise<void> {
    await this.pool.close();
  }
}

/** Of a request for a file and of its answer: what makes ranges of it. */
const PASSED_ON = ['range', 'if-range', 'if-none-match'];
const PASSED_BACK = [
  'accept-ranges',
  'cache-control',
  'content-disposition',
  'content-length',
  'content-range',
  'content-type',
  'etag',
];

function pick(headers: IncomingHttpHeaders, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : [])));
}

function isGraphQLResult(body: unknown): body is { data?: Record<string, unknown> | null; errors?: unknown[] } {
  return typeof body === 'object' && body !== null && ('data' in body || 'errors' in body);
}
