import { ClientError, GraphQLClient } from 'graphql-request';
import { EXIT, PullFailure, RefusedByGraph, messageOf } from '../failure';
import {
  CHANGES,
  type Changes,
  DATASETS,
  type Dataset,
  type Export,
  type ExportInput,
  READ_EXPORT,
  START_EXPORT,
} from './contract';
import { PassingFailure, type Patience, withPatience } from './retries';

export interface GraphOptions {
  /** Of the gateway, e.g. http://localhost:4000. */
  readonly url: string;
  readonly token: string | null;
  /** Why what concerns persons is read. */
  readonly purpose: { readonly article: string; readonly file: string } | null;
  readonly patience: Patience;
}

const ANSWER_WITHIN_MS = 60_000;
const TOO_MANY_REQUESTS = 429;
const PASSING_CODES = new Set(['SUBGRAPH_UNAVAILABLE', 'INTERNAL']);
const NOT_ALLOWED_CODES = new Set(['UNAUTHENTICATED', 'FORBIDDEN']);

/** The public graph over HTTP, asked again when it is away for a moment. */
export class Graph {
  /** Sent, again or not. */
  requests = 0;
  readonly url: string;
  private readonly client: GraphQLClient;

  constructor(private readonly options: GraphOptions) {
    const { url, token, purpose } = options;
    this.url = url.replace(/\/(?:graphql)?\/?$/, '');
    this.client = new GraphQLClient(`${this.url}/graphql`, {
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(purpose && {
          'x-purpose-article': encodeURIComponent(purpose.article),
          'x-purpose-file': encodeURIComponent(purpose.file),
        }),
      },
      fetch: (input, init) => {
        this.requests += 1;
        const signal = AbortSignal.any([AbortSignal.timeout(ANSWER_WITHIN_MS), options.patience.interrupted]);
        return fetch(input, { ...init, signal });
      },
    });
  }

  /** Those that the caller may have, with the fields that the caller may have. */
  async datasets(): Promise<readonly Dataset[]> {
    const { datasets } = await this.ask<{ datasets: Dataset[] }>('Asking for the datasets', DATASETS, {});
    return datasets;
  }

  async startExport(input: ExportInput): Promise<Export> {
    // Answered after the connection broke, an export that nobody fetches is left behind; the graph removes it.
    const what = `Starting the export of ${input.dataset}`;
    const { startExport } = await this.ask<{ startExport: Export }>(what, START_EXPORT, { input });
    return startExport;
  }

  /** Null for one that the graph does not know, or no longer. */
  async export(id: string): Promise<Export | null> {
    const answer = await this.ask<{ export: Export | null }>(`Asking for export ${id}`, READ_EXPORT, { id });
    return answer.export;
  }

  async changes(dataset: string, after: string, first: number, provinces: readonly string[] | null): Promise<Changes> {
    const what = `Asking for changes of ${dataset}`;
    const { changes } = await this.ask<{ changes: Changes }>(what, CHANGES, { dataset, after, first, provinces });
    return changes;
  }

  /** In PEM: of who signs manifests. */
  async manifestKey(): Promise<string> {
    return withPatience('Fetching the key of manifests', this.options.patience, async () => {
      const response = await fetch(`${this.url}/exports/key.pem`).catch((error: unknown) => {
        throw new PassingFailure(`no answer (${messageOf(error)}).`);
      });
      if (response.ok) return response.text();
      throw new PassingFailure(`HTTP status ${response.status}.`);
    });
  }

  private ask<T>(what: string, document: string, variables: Record<string, unknown>): Promise<T> {
    return withPatience(what, this.options.patience, async () => {
      try {
        return await this.client.request<T>(document, variables);
      } catch (error) {
        throw failureOf(what, error);
      }
    });
  }
}

function failureOf(what: string, error: unknown): Error {
  if (!(error instanceof ClientError)) return new PassingFailure(`no answer (${messageOf(error)}).`);
  const { status, errors, headers } = error.response;
  const [first] = errors ?? [];
  const code = String(first?.extensions?.code ?? '');
  const requestId = first?.extensions?.requestId;
  const message = first
    ? `${first.message}${requestId ? ` (request ${String(requestId)})` : ''}`
    : `HTTP status ${status}.`;
  if (status === 401 || status === 403 || NOT_ALLOWED_CODES.has(code)) {
    return new PullFailure(EXIT.NOT_ALLOWED, `${what}: not allowed. ${message}`);
  }
  const isPassing = status === TOO_MANY_REQUESTS || status === 408 || (first ? PASSING_CODES.has(code) : status >= 500);
  if (isPassing) return new PassingFailure(message, retryAfterMs(headers));
  return code === 'BAD_USER_INPUT'
    ? new RefusedByGraph(EXIT.USAGE, `${what}: ${message}`)
    : new PullFailure(EXIT.FAILED, `${what}: ${message}`);
}

/** What a `retry-after` in seconds asks for. */
export function retryAfterMs(headers: unknown): number {
  const seconds = Number(headers instanceof Headers ? headers.get('retry-after') : 0);
  return Number.isFinite(seconds) ? seconds * 1_000 : 0;
}
