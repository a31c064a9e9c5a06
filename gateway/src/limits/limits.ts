import type { EnvironmentReader } from '@thads/shared';

interface Limit {
  readonly variable: string;
  readonly fallback: number;
  /** 0 stands for none where it is allowed. */
  readonly least: 0 | 1;
}

/** What one request, and one caller, may ask for at most. What each means, and how the numbers came about: docs/security.md. */
export const LIMITS = Object.freeze({
  depth: { variable: 'LIMIT_DEPTH', fallback: 12, least: 1 },
  introspectionDepth: { variable: 'LIMIT_INTROSPECTION_DEPTH', fallback: 20, least: 1 },
  aliases: { variable: 'LIMIT_ALIASES', fallback: 30, least: 1 },
  rootFields: { variable: 'LIMIT_ROOT_FIELDS', fallback: 20, least: 1 },
  directives: { variable: 'LIMIT_DIRECTIVES', fallback: 20, least: 1 },
  selections: { variable: 'LIMIT_SELECTIONS', fallback: 500, least: 1 },
  tokens: { variable: 'LIMIT_TOKENS', fallback: 1_000, least: 1 },
  cost: { variable: 'LIMIT_COST', fallback: 100_000, least: 1 },
  /** Bytes of a request that sends no events. */
  queryBytes: { variable: 'LIMIT_QUERY_BYTES', fallback: 256 * 1_024, least: 1 },
  /** Bytes of a request that sends events. */
  submissionBytes: { variable: 'LIMIT_SUBMISSION_BYTES', fallback: 16 * 1_024 * 1_024, least: 1 },
  answerBytes: { variable: 'LIMIT_ANSWER_BYTES', fallback: 16 * 1_024 * 1_024, least: 1 },
  /** Requests of one caller under way at the same time. */
  concurrent: { variable: 'LIMIT_CONCURRENT', fallback: 20, least: 0 },
  /** How often one caller may wait for changes at the same time; what waits is not under way. */
  waiting: { variable: 'LIMIT_WAITING', fallback: 50, least: 0 },
  /** Requests of one caller a second, in the long run. */
  rate: { variable: 'LIMIT_RATE', fallback: 50, least: 0 },
  /** Requests that a caller who was silent may send at once. */
  burst: { variable: 'LIMIT_BURST', fallback: 200, least: 1 },
} satisfies Record<string, Limit>);

export type LimitName = keyof typeof LIMITS;
export type Limits = Readonly<Record<LimitName, number>>;

const LARGEST = 1_000_000_000;

export function readLimits(settings: EnvironmentReader): Limits {
  const limits = Object.entries(LIMITS).map(([name, { variable, fallback, least }]) => [
    name,
    settings.integer(variable, fallback, least, LARGEST),
  ]);
  return Object.fromEntries(limits) as Limits;
}
