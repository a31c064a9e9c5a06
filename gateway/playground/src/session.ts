import { createGraphiQLFetcher, type Fetcher, type FetcherOpts, type FetcherParams } from '@graphiql/toolkit';
import { type DocumentNode, getOperationAST, parse } from 'graphql';
import { Store } from './store';

/** A request of the gateway to a subgraph, as it tells of it. */
export interface FetchTime {
  subgraph: string;
  path: string;
  startedMs: number;
  tookMs: number;
  failed: boolean;
}

/** How the gateway answered an operation. */
export interface Explanation {
  operation: string;
  plan: string;
  fetches: FetchTime[];
}

/** What the page knows until it is closed or loaded anew; nothing of it is stored. */
export class Session {
  /** Empty: one asks as anybody. */
  readonly token = new Store('');
  readonly explains = new Store(false);
  readonly explanation = new Store<Explanation | null>(null);

  private readonly ask: Fetcher;

  constructor(readonly endpoint: string) {
    this.ask = createGraphiQLFetcher({ url: endpoint, enableIncrementalDelivery: false });
  }

  /** Sends operations with the token, and takes what explains them out of the answers. */
  readonly fetcher: Fetcher = async (given, options) => {
    const params = ofItsDocument(given);
    const isIntrospection = params.operationName === 'IntrospectionQuery';
    const asksForPlan = this.explains.get() && !isIntrospection;
    const headers = {
      ...authorization(this.token.get(), options),
      ...options?.headers,
      ...(asksForPlan && { 'apollo-query-plan-experimental': '1' }),
    };
    const answer = await this.ask(params, { ...options, headers });
    return asksForPlan ? this.withoutExplanation(params.operationName ?? '', answer) : answer;
  };

  private withoutExplanation<T>(operation: string, answer: T): T {
    const { extensions = {}, ...rest } = answer as { extensions?: Record<string, unknown> };
    const { __queryPlanExperimental: plan, fetchTimes, ...others } = extensions;
    // An operation that was refused before it was planned has none.
    this.explanation.set(
      Array.isArray(fetchTimes)
        ? { operation, plan: typeof plan === 'string' ? plan : '', fetches: fetchTimes as FetchTime[] }
        : null,
    );
    return { ...rest, ...(Object.keys(others).length > 0 && { extensions: others }) } as T;
  }
}

/** The editor reads the name of an operation a moment after it is opened; who runs it before would ask for the last one's. */
function ofItsDocument(params: FetcherParams): FetcherParams {
  const document = parsed(params.query);
  if (!document || getOperationAST(document, params.operationName)) return params;
  return { ...params, operationName: getOperationAST(document)?.name?.value };
}

/** Null: what is wrong with it the gateway tells better. */
function parsed(query: string): DocumentNode | null {
  try {
    return parse(query);
  } catch {
    return null;
  }
}

/** Whoever writes the header into the headers editor means that one. */
function authorization(token: string, options?: FetcherOpts): Record<string, string> {
  const isWritten = Object.keys(options?.headers ?? {}).some((name) => name.toLowerCase() === 'authorization');
  return token && !isWritten ? { Authorization: `Bearer ${token}` } : {};
}
