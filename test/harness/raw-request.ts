import { type GraphError, bearing } from './graph-client';
import { expectNothingInside } from './nothing-inside';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The body as text. */
  readonly text: string;
  readonly data?: any;
  readonly errors: readonly GraphError[];
}

export interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object goes as JSON, a text as it is. */
  readonly body?: unknown;
  readonly token?: string | null;
}

/** A request as no client library would send it, and its answer, whatever it is. Errors are looked through like all. */
export async function sendRaw(url: string, request: RawRequest): Promise<RawAnswer> {
  const { body, token = null, method = body === undefined ? 'GET' : 'POST', path = '/graphql', headers = {} } = request;
  const response = await fetch(`${url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(body === undefined ? { 'apollo-require-preflight': '1' } : { 'content-type': 'application/json' }),
      ...bearing(token),
      ...headers,
    },
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const { data, errors = [] } = parsed(text);
  expectNothingInside(errors, body);
  return { status: response.status, headers: response.headers, text, data, errors };
}

function parsed(text: string): { data?: unknown; errors?: GraphError[] } {
  try {
    return JSON.parse(text) as { data?: unknown; errors?: GraphError[] };
  } catch {
    return {};
  }
}
