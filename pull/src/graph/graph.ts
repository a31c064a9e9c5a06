import { ClientError, GraphQLClient } from 'graphql-request';
import { EXIT, PullFailure, RefusedByGraph, messageOf } from '../failure';
import {
  CHANGES,
  type Changes,
  DATASETS,
  type Dataset,
  type Export,
  type ExportInput,
  PROVINCES,
  type Province,
  READ_EXPORT,
  START_EXPORT,
} from './contract';
import type { ManifestKeys } from './manifest';
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
const PASSING_CODES = new Set(['SUBGRAPH_UNAVAILABLE', 'INTERNAL']);
/** A caller has so many exports at a time and no more: there is room again when one has ended. */
const WHILE_OTHERS_WAIT = new Set([...PASSING_CODES, 'TOO_COSTLY']);
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
      fetch: (input, init) => this.fetch(input, init),
    });
  }

  /** Those that the caller may have, with the fields that the caller may have. */
  async datasets(): Promise<readonly Dataset[]> {
    const { datasets } = await this.ask<{ datasets: Dataset[] }>('Asking for the datasets', DATASETS, {});
    return datasets;
  }

  async provinces(): Promise<readonly Province[]> {
    const { provinces } = await this.ask<{ provinces: Province[] }>('Asking for the provinces', PROVINCES, {});
    return provinces;
  }

  async startExport(input: ExportInput): Promise<Export> {
    // Answered after the connection broke, an export that nobody fetches is left behind; the graph removes it.
    const what = `Starting the export of ${input.dataset}`;
    const { startExport } = await this.ask<{ startExport: Export }>(what, START_EXPORT, { input }, WHILE_OTHERS_WAIT);
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

  /** With which manifests are signed. */
  manifestKeys(): Promise<ManifestKeys> {
    const what = 'Fetching the keys of manifests';
    return withPatience(what, this.options.patience, async () => {
      let response: Response;
      try {
        response = await this.fetch(`${this.url}/exports/keys.json`);
      } catch (error) {
        throw new PassingFailure(`no answer (${messageOf(error)}).`);
      }
      if (response.ok) return (await response.json()) as ManifestKeys;
      throw isPassingStatus(response.status)
        ? new PassingFailure(`HTTP status ${response.status}.`, retryAfterMs(response.headers))
        : new PullFailure(EXIT.FAILED, `${what}: HTTP status ${response.status}.`);
    });
  }

  private fetch(input: Parameters<typeof fetch>[0], init: RequestInit = {}): Promise<Response> {
    this.requests += 1;
    const signal = AbortSignal.any([AbortSignal.timeout(ANSWER_WITHIN_MS), this.options.patience.interrupted]);
    return fetch(input, { ...init, signal });
  }

  private ask<T>(
    what: string,
    document: string,
    variables: Record<string, unknown>,
    passing: ReadonlySet<string> = PASSING_CODES,
  ): Promise<T> {
    return withPatience(what, this.options.patience, async () => {
      try {
        return await this.client.request<T>(document, variables);
      } catch (error) {
        throw failureOf(what, error, passing);
      }
    });
  }
}

function failureOf(what: string, error: unknown, passing: ReadonlySet<string>): Error {
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
  if (isPassingStatus(status) || passing.has(code)) return new PassingFailure(message, retryAfterMs(headers));
  return code === 'BAD_USER_INPUT'
    ? new RefusedByGraph(EXIT.USAGE, `${what}: ${message}`)
    : new PullFailure(EXIT.FAILED, `${what}: ${message}`);
}

/** Too many requests, a time that is up, or a fault of the server. */
export function isPassingStatus(status: number): boolean {
  return status === 429 || status === 408 || status >= 500;
}

/** What a `retry-after` in seconds asks for. */
export function retryAfterMs(headers: unknown): number {
  const seconds = Number(headers instanceof Headers ? headers.get('retry-after') : 0);
  return Number.isFinite(seconds) ? seconds * 1_000 : 0;
}
