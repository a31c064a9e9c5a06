import { RequestRefused } from '@thads/shared';
import type { Request, RequestHandler } from 'express';
import type { Limits } from './limits';
import { Rate } from './rate';
import { tooCostly } from './too-costly';

/** What a client is advised to wait that has too much under way: some of it will have been answered by then. Seconds. */
const UNTIL_ANSWERED = 1;

/** A request's part of what its caller may have under way. */
export interface RequestShare {
  /** Aborted when whoever asked has gone away, or has been answered. */
  readonly over: AbortSignal;
  /**
   * Runs what only waits for something to happen. The request does not count as being under way meanwhile. Errors:
   * `TOO_COSTLY` when too many of the caller's wait.
   */
  whileWaiting<T>(run: () => Promise<T>): Promise<T>;
}

const shares = new WeakMap<Request, RequestShare>();

/** The share of a request that `boundsCallers` has let in. */
export function shareOf(request: Request): RequestShare {
  return shares.get(request)!;
}

type Bounds = Pick<Limits, 'concurrent' | 'waiting' | 'rate' | 'burst'>;

/** Refuses what is beyond a caller's share, before anything of the request is read. */
export function boundsCallers(
  { concurrent, waiting, rate, burst }: Bounds,
  nameOf: (request: Request) => string,
): RequestHandler {
  const bucket = rate > 0 ? new Rate({ perSecond: rate, burst }) : null;
  const underWay = new Tally();
  const waits = new Tally();

  /** Counts a request until it is over, but for the time in which any part of it waits. */
  function letIn(request: Request, caller: string, closed: (callback: () => void) => void): void {
    const over = new AbortController();
    let waitsHere = 0;
    underWay.add(caller);
    closed(() => {
      over.abort();
      if (waitsHere === 0) underWay.drop(caller);
    });
    shares.set(request, {
      over: over.signal,
      async whileWaiting(run) {
        const many = waits.of(caller);
        if (waiting > 0 && many >= waiting) {
          throw tooCostly(
            `You wait for changes ${many} times at once; ${waiting} are allowed. Ask further ones without waitSeconds.`,
          );
        }
        waits.add(caller);
        if (waitsHere === 0 && !over.signal.aborted) underWay.drop(caller);
        waitsHere += 1;
        try {
          return await run();
        } finally {
          waits.drop(caller);
          waitsHere -= 1;
          if (waitsHere === 0 && !over.signal.aborted) underWay.add(caller);
        }
      },
    });
  }

  return (request, response, next) => {
    const caller = nameOf(request);
    const running = underWay.of(caller);
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
    letIn(request, caller, (callback) => void response.once('close', callback));
    next();
  };
}

/** How many of something each caller has. */
class Tally {
  private readonly counts = new Map<string, number>();

  of(caller: string): number {
    return this.counts.get(caller) ?? 0;
  }

  add(caller: string): void {
    this.counts.set(caller, this.of(caller) + 1);
  }

  drop(caller: string): void {
    const left = this.of(caller) - 1;
    if (left > 0) this.counts.set(caller, left);
    else this.counts.delete(caller);
  }
}

function later(message: string, seconds: number): RequestRefused {
  return new RequestRefused(429, 'TOO_COSTLY', message, { 'retry-after': String(seconds) });
}
