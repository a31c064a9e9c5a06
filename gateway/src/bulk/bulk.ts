import {
  type ErrorCode,
  type FederatedSchemaOptions,
  type LocalSubgraph,
  type RequestHead,
  buildFederatedSchema,
  graphError,
  guardSchema,
} from '@thads/shared';
import { randomUUID } from 'node:crypto';
import type { GatewayContext, SubgraphSource } from '../data-source';
import { BulkResolver } from './bulk.resolver';
import type { ExportLinks } from './export-links';

/** What resolvers of exports have. */
export interface BulkContext {
  readonly head: RequestHead;
  readonly links: ExportLinks;
  /** What a register's hidden field answers, e.g. `casesExport`; null: nothing. Errors: those of the subgraph. */
  readonly ask: <T>(register: string, field: HiddenField, args?: Readonly<Record<string, string>>) => Promise<T | null>;
}

/** The hidden fields of a register, after its name: what takes which argument of which type, and how it is asked. */
const HIDDEN = {
  Datasets: { operation: 'query', argument: null },
  Export: { operation: 'query', argument: 'id: ID!' },
  StartExport: { operation: 'mutation', argument: 'input: String!' },
  CancelExport: { operation: 'mutation', argument: 'id: ID!' },
} as const;
type HiddenField = keyof typeof HIDDEN;

export const bulkOptions: FederatedSchemaOptions = { resolvers: [BulkResolver], references: {} };

/** Taking the whole, as a subgraph. It holds no data: it asks the subgraph that owns them, for the caller. */
export async function createBulk(
  sources: Readonly<Record<string, SubgraphSource>>,
  links: ExportLinks,
): Promise<LocalSubgraph> {
  const schema = guardSchema((await buildFederatedSchema(bulkOptions)).schema);
  return {
    name: 'bulk',
    schema,
    createContext: (head): BulkContext => ({
      head,
      links,
      ask: (register, field, args = {}) => askHidden(sources[register]!, head, register, field, args),
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
