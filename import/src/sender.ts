import { OperatorError, type Refusal, type RegisterEvent, messageOf } from '@thads/shared';
import { ClientError, GraphQLClient } from 'graphql-request';
import { setTimeout as sleep } from 'node:timers/promises';
import { REGISTERS, type RegisterName } from './registers';

export interface EventResult {
  readonly status: 'ACCEPTED' | 'DUPLICATE' | 'REFUSED';
  readonly refusal: Refusal | null;
}

export interface SenderOptions {
  readonly url: string;
  readonly token: string | null;
  readonly register: RegisterName;
  /** Asks what would become of the events, and writes nothing. */
  readonly preview: boolean;
  readonly tries: number;
  /** Told before each wait for a graph that is away; empty when it has answered. */
  readonly onWait: (message: string) => void;
  /** Ends waiting. */
  readonly interrupted: AbortSignal;
}

/** What became of each event of a batch, in the order sent. Errors: `OperatorError` when the graph stays away. */
export type Sender = (events: readonly RegisterEvent[]) => Promise<readonly EventResult[]>;

interface Failure {
  readonly reason: string;
  /** Whether the same again may succeed. */
  readonly isPassing: boolean;
}

const ANSWER_WITHIN_MS = 60_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
const TOO_MANY_REQUESTS = 429;
const PASSING_CODES = new Set(['SUBGRAPH_UNAVAILABLE', 'INTERNAL']);

/** Sent again after an answer that got lost, events that are in are duplicates: nothing is there twice. */
export function createSender(options: SenderOptions): Sender {
  const { url, token, register, preview, tries, onWait, interrupted } = options;
  const client = new GraphQLClient(url, {
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }),
  });
  const of = REGISTERS[register];
  const operation = `${preview ? 'query' : 'mutation'} Import($events: [${of}EventInput!]!) {
    sent: ${preview ? 'preview' : 'submit'}${of}Events(events: $events) {
      results { status refusal { rule message allowed legalBasis field } }
    }
  }`;
  return async (events) => {
    for (let nth = 1; ; nth += 1) {
      try {
        const { sent } = await client.request<{ sent: { results: EventResult[] } }>(operation, { events });
        if (nth > 1) onWait('');
        return sent.results;
      } catch (error) {
        const { reason, isPassing } = failureOf(error);
        if (!isPassing) throw new OperatorError(`The graph at ${url} did not take a batch: ${reason}`);
        if (nth === tries || interrupted.aborted) {
          throw new OperatorError(
            `The graph at ${url} did not answer ${nth === 1 ? 'once' : `${nth} times in a row`}: ${reason} ` +
              'Is it running, and is --url right? Then start the import again: what is in stays in, the rest follows.',
          );
        }
        onWait(`no answer (${reason}), try ${nth} of ${tries}`);
        await sleep(Math.min(FIRST_WAIT_MS * 2 ** (nth - 1), LONGEST_WAIT_MS), undefined, {
          signal: interrupted,
        }).catch(() => undefined);
      }
    }
  };
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof ClientError)) {
    const cause = (error as { cause?: unknown }).cause;
    return { reason: `${messageOf(cause ?? error)}.`.replace(/\.\.$/, '.'), isPassing: true };
  }
  const { status, errors } = error.response;
  const [first] = errors ?? [];
  if (!first)
    return {
      reason: `HTTP status ${status}.`,
      isPassing: status >= 500 || status === TOO_MANY_REQUESTS || status === 408,
    };
  const { code, requestId } = first.extensions ?? {};
  return {
    reason: `${first.message}${requestId ? ` (request ${String(requestId)})` : ''}`,
    isPassing: PASSING_CODES.has(String(code)) || status === TOO_MANY_REQUESTS,
  };
}
