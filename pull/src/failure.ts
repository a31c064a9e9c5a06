/** What the process ends with, for cron and those who read its mail; docs/pull.md says what to do about each. */
export const EXIT = {
  PULLED: 0,
  /** The graph stayed away, or something that nobody foresaw. */
  FAILED: 1,
  USAGE: 2,
  NOT_ALLOWED: 3,
  /** Another run has the target. */
  BUSY: 4,
  /** A checksum, a manifest or its signature does not match. */
  NOT_GENUINE: 5,
  /** Files or tables could not be written. */
  NOT_WRITTEN: 6,
  /** SIGINT or SIGTERM; 128 and the number of the signal would be as good. */
  INTERRUPTED: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An end that has a reason: shown as one line, without a stack. */
export class PullFailure extends Error {
  constructor(
    readonly exitCode: ExitCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What was asked cannot be answered, and not later either. */
export class RefusedByGraph extends PullFailure {}

/** The message of anything that was thrown; of a failed connection, what lies below it. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Of several addresses tried, Node tells each apart and none in its own message.
  const cause = error instanceof AggregateError ? error.errors[0] : error.cause;
  return cause === undefined ? error.message : messageOf(cause);
}
