import { RequestRefused } from '@thads/shared';
import type { Request, RequestHandler } from 'express';
import type { Limits } from './limits';
import { Rate } from './rate';

/** What a client is advised to wait that has too much under way: some of it will have been answered by then. Seconds. */
const UNTIL_ANSWERED = 1;

/** Refuses what is beyond a caller's share, before anything of the request is read. */
export function boundsCallers(
  { concurrent, rate, burst }: Pick<Limits, 'concurrent' | 'rate' | 'burst'>,
  nameOf: (request: Request) => string,
): RequestHandler {
  const bucket = rate > 0 ? new Rate({ perSecond: rate, burst }) : null;
  const underWay = new Map<string, number>();
  return (request, response, next) => {
    const caller = nameOf(request);
    const running = underWay.get(caller) ?? 0;
    if (concurrent > 0 && running >= concurrent) {
      return next(
        later(
          `You have ${running} requests under way; ${concurrent} are allowed at the same time. Send further ones when those are answered.`,
          UNTIL_ANSWERED,
        ),
      );
    }
    const wait = bucket?.take(caller) ?? 0;
    if (wait > 0) {
      return next(
        later(
          `You send more than ${rate} requests a second, or more than ${burst} at once; send the next one in ${wait} s.`,
          wait,
        ),
      );
    }
    underWay.set(caller, running + 1);
    response.once('close', () => {
      const left = underWay.get(caller)! - 1;
      if (left > 0) underWay.set(caller, left);
      else underWay.delete(caller);
    });
    next();
  };
}

function later(message: string, seconds: number): RequestRefused {
  return new RequestRefused(429, 'TOO_COSTLY', message, { 'retry-after': String(seconds) });
}
