import { setTimeout as sleep } from 'node:timers/promises';
import { EXIT, PullFailure, messageOf } from '../failure';

/** A failure after which the same again may succeed. */
export class PassingFailure extends Error {
  constructor(
    message: string,
    /** What the server asked to wait, at least. */
    readonly retryAfterMs = 0,
  ) {
    super(message);
  }
}

export interface Patience {
  /** How often in all. */
  readonly tries: number;
  /** Told before each wait. */
  readonly onWait: (message: string) => void;
  /** Ends waiting. */
  readonly interrupted: AbortSignal;
  /** Milliseconds before the second try at most; doubled for each further one. */
  readonly firstWaitMs?: number;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/**
 * Tries again what fails for now, each time after a longer pause. A part of it is by chance, so that copies that failed
 * together do not come back together.
 *
 * Errors: what is no `PassingFailure` at once; `PullFailure` when all tries have failed.
 */
export async function withPatience<T>(what: string, patience: Patience, attempt: () => Promise<T>): Promise<T> {
  const { tries, onWait, interrupted, firstWaitMs = FIRST_WAIT_MS } = patience;
  for (let nth = 1; ; nth += 1) {
    interrupted.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      interrupted.throwIfAborted();
      if (!(error instanceof PassingFailure)) throw error;
      if (nth >= tries) {
        throw new PullFailure(EXIT.FAILED, `${what} failed ${times(nth)}: ${messageOf(error)}`, { cause: error });
      }
      const longest = Math.min(firstWaitMs * 2 ** (nth - 1), LONGEST_WAIT_MS);
      const wait = Math.max(error.retryAfterMs, longest * (0.5 + Math.random() / 2));
      onWait(`${what}: ${messageOf(error)} Try ${nth + 1} of ${tries} in ${(wait / 1_000).toFixed(1)} s.`);
      await sleep(wait, undefined, { signal: interrupted });
    }
  }
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times in a row`;
}
