import pino, { type DestinationStream, type Logger as PinoLogger } from 'pino';

export type Logger = PinoLogger;

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** JSON lines on standard error; standard output belongs to what a command prints for people. */
export function createLogger(
  name: string,
  level: LogLevel,
  destination: DestinationStream = pino.destination(2),
): Logger {
  const serializers = { err: loggedError };
  return pino({ name, level, base: { name }, timestamp: pino.stdTimeFunctions.isoTime, serializers }, destination);
}

/** PostgreSQL's class of errors about values, whose messages quote them. */
const DATA_EXCEPTION = /^22/;

/**
 * What is written of an error. Of one of the database neither the statement's values nor the row that it failed with, and of
 * one of GraphQL not the operation: there may be names of persons in all of them.
 */
function loggedError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { originalError } = error as { originalError?: unknown };
  if (originalError instanceof Error) return loggedError(originalError);
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  const quotes = typeof code === 'string' && DATA_EXCEPTION.test(code);
  const message = quotes ? 'a value is not what its column or operator takes' : error.message;
  const stack = error.stack?.replace(error.message, message);
  return { type: error.name, message, stack, code, constraint };
}
