import type { Operation } from './operations';
import { peerProgram } from './peers';
import { type ServerProcess, runProgram } from './process';

const CONNECTIONS = 16;
/** A run in which nothing is answered is done again, longer, up to this. */
const LONGEST_S = 60;
const ANSWERED_WITHIN_MS = 300_000;

interface AutocannonResult {
  readonly requests: { readonly total: number };
  /** Seconds. */
  readonly duration: number;
  readonly non2xx: number;
  readonly errors: number;
}

/** Requests a second with 16 connections. Errors: when any request was not answered well. */
export function requestRate(server: ServerProcess, operation: Operation, seconds: number): () => Promise<number> {
  const { url, headers } = server;
  return async () => {
    const output = await runProgram(process.execPath, [
      await peerProgram('autocannon'),
      '--json',
      '--no-progress',
      '--method=POST',
      ...Object.entries({ 'content-type': 'application/json', ...headers }).map(
        ([name, value]) => `--headers=${name}=${value}`,
      ),
      `--connections=${CONNECTIONS}`,
      `--duration=${seconds}`,
      '--timeout=60',
      `--body=${JSON.stringify(operation)}`,
      `${url}/graphql`,
    ]);
    const { requests, duration, non2xx, errors } = JSON.parse(output) as AutocannonResult;
    if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} answers were not 2xx, ${errors} requests failed`);
    if (requests.total === 0) {
      if (seconds > LONGEST_S) throw new Error(`${url} answered nothing within ${duration} s`);
      return requestRate(server, operation, seconds * 4)();
    }
    return requests.total / duration;
  };
}

/** The data of an answer. Errors: when the answer has errors. */
export async function ask({ url, headers }: ServerProcess, operation: Operation): Promise<Record<string, any>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(operation),
    signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
  });
  const { data, errors } = (await response.json()) as { data: Record<string, any>; errors?: unknown };
  if (errors !== undefined) throw new Error(`${url} answered ${JSON.stringify(errors).slice(0, 2_000)}`);
  return data;
}
