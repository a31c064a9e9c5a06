import type { Request } from 'express';

/** What a request asks, in one of the usual forms. */
export interface Question {
  readonly query: string;
  /** Everything in the request that the answer depends on. */
  readonly key: string;
}

/** Anything else in a request is unusual, and none of ours to interpret. */
const FIELDS: ReadonlySet<string> = new Set(['query', 'operationName', 'variables', 'extensions']);

/** Null for a form that only Apollo Server deals with, refusals included. */
export function readQuestion(request: Request): Question | null {
  if (Object.keys(request.headers).some(asksForMore)) return null;
  const fields =
    request.method === 'POST' ? fieldsOfBody(request) : request.method === 'GET' ? fieldsOfUrl(request) : null;
  if (!fields || !Object.keys(fields).every((name) => FIELDS.has(name))) return null;
  const { query, operationName = null, variables = null, extensions = null } = fields;
  if (typeof query !== 'string' || !(operationName === null || typeof operationName === 'string')) return null;
  if (!isRecordOrNull(variables) || !isRecordOrNull(extensions)) return null;
  // Apollo Server has to see the texts that it is to persist.
  if (extensions && 'persistedQuery' in extensions) return null;
  const { accept = null } = request.headers;
  return { query, key: JSON.stringify([query, operationName, variables, extensions, accept]) };
}

/** Apollo's headers that put something beside the data, such as the query plan. */
function asksForMore(header: string): boolean {
  return header.startsWith('apollo-') && header !== 'apollo-require-preflight';
}

/** Only JSON is parsed, which no page can send elsewhere without being asked (CSRF). */
function fieldsOfBody({ body }: Request): Record<string, unknown> | null {
  return isRecordOrNull(body) ? body : null;
}

function fieldsOfUrl(request: Request): Record<string, unknown> | null {
  if (!isPreflighted(request)) return null;
  const { searchParams } = new URL(request.originalUrl, 'http://localhost');
  const fields: Record<string, unknown> = {};
  for (const [name, text] of searchParams) {
    const value = name === 'variables' || name === 'extensions' ? recordOf(text) : text;
    if (value === null || name in fields) return null;
    fields[name] = value;
  }
  return fields;
}

/** By the rule of Apollo Server's `csrfPrevention`. */
function isPreflighted({ headers }: Request): boolean {
  const type = headers['content-type'];
  if (type !== undefined) return type === 'application/json';
  return Boolean(headers['apollo-require-preflight'] ?? headers['x-apollo-operation-name']);
}

function recordOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecordOrNull(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecordOrNull(value: unknown): value is Record<string, unknown> | null {
  return typeof value === 'object' && !Array.isArray(value);
}
