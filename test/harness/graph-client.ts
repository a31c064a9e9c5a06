import { ClientError, GraphQLClient } from 'graphql-request';
import { expectNothingInside } from './nothing-inside';

export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly requestId?: string; readonly subgraph?: string };
}

export interface GraphAnswer<T> {
  readonly data: T;
  readonly errors: readonly GraphError[];
}

/** The header that shows a token. */
export function bearing(token: string | null): Record<string, string> {
  return token === null ? {} : { authorization: `Bearer ${token}` };
}

/** The headers that say why what concerns persons is read. */
export const FOR_A_PURPOSE: Readonly<Record<string, string>> = {
  'x-purpose-article': encodeURIComponent('Điều 27'),
  'x-purpose-file': 'HS-1',
};

/** graphql-request with what a failed test has to show: the query, the answer and the request id. */
export class GraphClient {
  private readonly client: GraphQLClient;

  /** Without a token it asks as anybody; with one, for a purpose. */
  constructor(url: string, token: string | null = null) {
    const headers = { ...bearing(token), ...(token === null ? {} : FOR_A_PURPOSE) };
    this.client = new GraphQLClient(`${url}/graphql`, { errorPolicy: 'all', headers });
  }

  /** Data and errors, whatever they are, but no error that shows what is inside. */
  async ask<T = any>(query: string, variables: Record<string, unknown> = {}): Promise<GraphAnswer<T>> {
    const answer = await this.answer<T>(query, variables);
    expectNothingInside(answer.errors, variables);
    return answer;
  }

  private async answer<T>(query: string, variables: Record<string, unknown>): Promise<GraphAnswer<T>> {
    try {
      const { data, errors = [] } = await this.client.rawRequest<T>(query, variables);
      return { data, errors: errors as unknown as GraphError[] };
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      const { data, errors = [] } = error.response as { data?: T; errors?: unknown[] };
      return { data: data as T, errors: errors as GraphError[] };
    }
  }

  /** The data of an operation that must succeed. */
  async data<T = any>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const answer = await this.ask<T>(query, variables);
    if (answer.errors.length > 0) {
      const requestId = answer.errors[0]!.extensions.requestId;
      throw new Error(
        `request ${requestId} failed\nquery: ${query}\nvariables: ${JSON.stringify(variables)}\nanswer: ${JSON.stringify(answer)}`,
      );
    }
    return answer.data;
  }
}
