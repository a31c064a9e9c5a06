import cors from 'cors';
import type { RequestHandler } from 'express';

const A_DAY = 24 * 60 * 60;

/** What pages of other origins may send and read, besides what any page may. */
const HEADERS = {
  allowedHeaders: [
    'content-type',
    'authorization',
    'apollo-require-preflight',
    'x-request-id',
    'x-purpose-article',
    'x-purpose-file',
    'if-none-match',
  ],
  exposedHeaders: ['x-request-id', 'etag', 'retry-after', 'www-authenticate'],
};

/** Lets pages of the origins ask. Tokens travel in a header and nothing in cookies, so credentials are not allowed. */
export function allowsOrigins(origins: readonly string[]): RequestHandler[] {
  if (origins.length === 0) return [];
  return [cors({ origin: [...origins], methods: ['GET', 'POST'], credentials: false, maxAge: A_DAY, ...HEADERS })];
}
