import { ANYBODY, type Principal, type Purpose, messageOf, RequestRefused } from '@thads/shared';
import type { Request, RequestHandler } from 'express';
import { KeysUnavailable } from './issuer-keys';
import { purposeOf } from './purpose';
import type { ReadToken } from './tokens';

/** Who a request comes from, why, and from where. */
export interface Caller {
  readonly principal: Principal;
  readonly purpose: Purpose | null;
  readonly from: string;
}

const callers = new WeakMap<Request, Caller>();

/** Of a request that has come past `identifyCaller`. */
export function callerOf(request: Request): Caller {
  return callers.get(request)!;
}

/**
 * A request without a token is anybody's. One with a token that is bad in any way is refused: whoever sends a token
 * expects more than the public sees, and would take the public's answer for the whole.
 */
export function identifyCaller(readToken: ReadToken): RequestHandler {
  return async (request, _response, next) => {
    const token = tokenOf(request.headersDistinct.authorization);
    callers.set(request, {
      principal: token === null ? ANYBODY : await bearerOf(token, readToken),
      purpose: purposeOf(request),
      from: request.ip ?? '',
    });
    next();
  };
}

/** RFC 6750; the name of the scheme in any case. */
const BEARER = /^bearer +([\w.~+/-]+=*)$/i;

function tokenOf(headers: readonly string[] | undefined): string | null {
  if (!headers) return null;
  if (headers.length > 1) throw unauthenticated('There is more than one Authorization header; send one.');
  const token = BEARER.exec(headers[0]!)?.[1];
  if (token === undefined) throw unauthenticated('The Authorization header is not "Bearer <token>".');
  return token;
}

async function bearerOf(token: string, readToken: ReadToken): Promise<Principal> {
  try {
    return await readToken(token);
  } catch (error) {
    if (error instanceof KeysUnavailable) {
      throw new RequestRefused(
        503,
        'SUBGRAPH_UNAVAILABLE',
        'The token cannot be checked: the issuer’s keys are not available. Try again, or ask without a token.',
        { 'retry-after': '5' },
      );
    }
    throw unauthenticated(`The token is refused: ${messageOf(error)}.`);
  }
}

function unauthenticated(message: string): RequestRefused {
  return new RequestRefused(401, 'UNAUTHENTICATED', message, { 'www-authenticate': 'Bearer error="invalid_token"' });
}
