import type { ErrorCode } from '../errors';

/** A request that is refused before its operation is looked at. The message says what was wrong and what would be right. */
export class RequestRefused extends Error {
  constructor(
    readonly status: number,
    readonly code: ErrorCode,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}
