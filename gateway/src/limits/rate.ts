import { LRUCache } from 'lru-cache';

/** Callers whose rate is known. Whoever is forgotten begins anew, so more callers at a time than this go unbounded. */
const MOST_CALLERS = 50_000;

const MICROSECONDS = 1_000_000;

export interface RateOptions {
  readonly perSecond: number;
  readonly burst: number;
  /** Milliseconds. */
  readonly now?: () => number;
}

/**
 * A bucket for each caller that holds `burst` requests and is filled again with `perSecond` (the generic cell rate
 * algorithm: all that has to be known of a bucket is when it will be full). In whole microseconds, so that the n-th
 * request passes and the next does not, exactly.
 */
export class Rate {
  private readonly interval: number;
  private readonly tolerance: number;
  private readonly now: () => number;
  private readonly fullAt = new LRUCache<string, number>({ max: MOST_CALLERS });

  constructor({ perSecond, burst, now = () => Date.now() }: RateOptions) {
    this.interval = Math.ceil(MICROSECONDS / perSecond);
    this.tolerance = (burst - 1) * this.interval;
    this.now = now;
  }

  /** Takes a request out of the caller's bucket: 0. When it is empty: how many seconds, at least, until it is not. */
  take(caller: string): number {
    const now = Math.round(this.now() * 1_000);
    const fullAt = Math.max(this.fullAt.get(caller) ?? now, now);
    const missing = fullAt - now - this.tolerance;
    if (missing > 0) return Math.ceil(missing / MICROSECONDS);
    this.fullAt.set(caller, fullAt + this.interval);
    return 0;
  }
}
