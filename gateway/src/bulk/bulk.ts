import {
  type ErrorCode,
  type FederatedSchemaOptions,
  type RequestHead,
  buildFederatedSchema,
  graphError,
  guardSchema,
} from '@thads/shared';
import { randomUUID } from 'node:crypto';
import type { GatewayContext, SubgraphSource } from '../data-source';
import type { RequestShare } from '../limits/callers';
import type { AskedSubgraph } from '../local-data-source';
import type { GatewaySettings } from '../settings';
import { BulkResolver } from './bulk.resolver';
import { ChangesResolver } from './changes.resolver';
import type { ExportLinks } from './export-links';

/** What resolvers of exports and changes have. */
export interface BulkContext {
  readonly head: RequestHead;
  readonly share: RequestShare;
  /** How long a subgraph may be let wait at once, in milliseconds. */
  readonly waitAtOnceMs: number;
  readonly links: ExportLinks;
  /** What a register's hidden field answers, e.g. `casesExport`; null: nothing. Errors: those of the subgraph. */
  readonly ask: Ask;
  /** The same in a time of its own: what was waited is not taken from what an operation has. */
  readonly askAnew: Ask;
}

type Ask = <T>(register: string, field: HiddenField, args?: Readonly<Record<string, string>>) => Promise<T | null>;

/** Whoever has gone away is noticed after this time at the latest by the subgraph that waits for him. */
const WAIT_AT_ONCE_MS = 5_000;

/** The hidden fields of a register, after its name: what takes which argument of which type, and how it is asked. */
const HIDDEN = {
  Datasets: { operation: 'query', argument: null },
  Export: { operation: 'query', argument: 'id: ID!' },
  StartExport: { operation: 'mutation', argument: 'input: String!' },
  Changes: { operation: 'query', argument: 'request: String!' },
  CancelExport: { operation: 'mutation', argument: 'id: ID!' },
} as const;
type HiddenField = keyof typeof HIDDEN;

export const bulkOptions: FederatedSchemaOptions = { resolvers: [BulkResolver, ChangesResolver], references: {} };

/** Taking the whole, as a subgraph. It holds no data: it asks the subgraph that owns them, for the caller. */
export async function createBulk(
  sources: Readonly<Record<string, SubgraphSource>>,
  links: ExportLinks,
  { subgraphDeadlineMs, operationDeadlineMs }: Pick<GatewaySettings, 'subgraphDeadlineMs' | 'operationDeadlineMs'>,
): Promise<AskedSubgraph> {
  const schema = guardSchema((await buildFederatedSchema(bulkOptions)).schema);
  return {
    name: 'bulk',
    schema,
    createContext: (head, share): BulkContext => ({
      head,
      share,
      waitAtOnceMs: Math.min(WAIT_AT_ONCE_MS, subgraphDeadlineMs / 2, operationDeadlineMs / 2),
      links,
      ask: (register, field, args = {}) => askHidden(sources[register]!, head, register, field, args),
      askAnew: (register, field, args = {}) => {
        const deadlineAt = Date.now() + operationDeadlineMs;
        return askHidden(sources[register]!, { ...head, deadlineAt }, register, field, args);
      },
    }),
    // What it answers is of a moment, and never the same for two callers.
    dataVersion: () => Promise.resolve(randomUUID()),
  };
}

async function askHidden<T>(
  source: SubgraphSource,
  head: RequestHead,
  register: string,
  field: HiddenField,
  variables: Readonly<Record<string, string>>,
): Promise<T | null> {
  const { operation, argument } = HIDDEN[field];
  const name = `${register}${field}`;
  const [given] = argument?.split(':') ?? [];
  const query = argument ? `${operation} ($${argument}) { ${name}(${given}: $${given}) }` : `${operation} { ${name} }`;
  const { data, errors = [] } = await source.process({
    request: { query, variables },
    context: { head } as GatewayContext,
  } as never);
  const [error] = errors as readonly { message: string; extensions?: { code?: unknown } }[];
  if (error) throw graphError((error.extensions?.code ?? 'INTERNAL') as ErrorCode, error.message);
  const answer = (data as Record<string, string | null>)[name];
  return answer === null || answer === undefined ? null : (JSON.parse(answer) as T);
}
