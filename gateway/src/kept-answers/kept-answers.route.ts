import { type ApolloServer, type ApolloServerPlugin, type HTTPGraphQLRequest, HeaderMap } from '@apollo/server';
import type { Request, RequestHandler, Response } from 'express';
import type { GatewayContext } from '../data-source';
import type { DataVersions } from './data-versions';
import { type Answer, type KeptAnswers, etagOf } from './kept-answers';
import { readQuestion } from './question';
import type { SupergraphInUse } from './supergraph-in-use';

export interface KeptAnswersOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly createContext: (request: Request) => GatewayContext;
  readonly answers: KeptAnswers;
  readonly dataVersions: DataVersions;
  readonly supergraph: () => SupergraphInUse;
}

/** Answers operations of statistics only, as long as nothing has changed with the bytes of the time before. */
export function keptAnswersRoute(options: KeptAnswersOptions): RequestHandler {
  const { apollo, createContext, answers, dataVersions, supergraph } = options;
  return async (request, response, next) => {
    const question = readQuestion(request);
    const { generation, operations } = supergraph();
    const subgraphs = question && operations.subgraphsOf(question.query);
    if (!subgraphs) return next();
    const context = createContext(request);
    // A subgraph that cannot say its version is asked for its data like any other time, and gives the error.
    const versions = await dataVersions.current(subgraphs).catch(() => null);
    const execute = (): Promise<Answer> => executed(apollo, request, context);
    const answer =
      versions === null
        ? await execute()
        : await answers.answer(`${context.view} ${question.key}`, `${generation} ${versions}`, execute);
    send(request, response, answer);
  };
}

/** Has to be among Apollo Server's plugins. */
export const notesCompleteAnswers: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response: { body } }) => {
      contextValue.outcome.complete =
        body.kind === 'single' && !body.singleResult.errors && !body.singleResult.extensions;
    },
  }),
};

async function executed(
  apollo: ApolloServer<GatewayContext>,
  request: Request,
  context: GatewayContext,
): Promise<Answer> {
  const {
    status = 200,
    headers,
    body,
  } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: presented(request),
    context: async () => context,
  });
  if (body.kind !== 'complete') throw new Error('the gateway answers in one piece');
  const bytes = Buffer.from(body.string);
  return { status, headers, body: bytes, etag: status === 200 && context.outcome.complete ? etagOf(bytes) : null };
}

function presented({ method, headers, originalUrl, body }: Request): HTTPGraphQLRequest {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) map.set(name, String(value));
  return { method, headers: map, search: new URL(originalUrl, 'http://localhost').search, body };
}

function send(request: Request, response: Response, { status, headers, body, etag }: Answer): void {
  response.status(status);
  for (const [name, value] of headers) response.setHeader(name, value);
  if (etag && request.method === 'GET') {
    response.setHeader('etag', etag);
    response.setHeader('cache-control', 'private, no-cache');
    response.vary('accept, authorization');
    if (isKnown(etag, request.headers['if-none-match'])) {
      response.removeHeader('content-type');
      response.removeHeader('content-length');
      return void response.status(304).end();
    }
  }
  response.end(body);
}

/** Not Express' `request.fresh`: that heeds the `cache-control: no-cache` which `fetch` adds of its own accord. */
function isKnown(etag: string, ifNoneMatch = ''): boolean {
  return ifNoneMatch.split(',').some((known) => known.trim() === '*' || known.trim().replace(/^W\//, '') === etag);
}
