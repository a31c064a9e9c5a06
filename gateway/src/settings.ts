import { type Environment, EnvironmentReader, type LogLevel, POSTGRES_PROTOCOLS } from '@thads/shared';
import path from 'node:path';
import { type Doors, MODES, readDoors } from './doors/doors';
import { type Limits, readLimits } from './limits/limits';

/** Of the gateway in every shape. Times in milliseconds. */
export interface GatewaySettings {
  readonly host: string;
  readonly port: number;
  readonly logLevel: LogLevel;
  readonly subgraphDeadlineMs: number;
  readonly operationDeadlineMs: number;
  /** Memory for kept answers, in MiB; 0: none are kept. */
  readonly keptAnswersMb: number;
  readonly limits: Limits;
  readonly doors: Doors;
}

/** Names of the subgraphs that can run elsewhere. */
export const SUBGRAPH_NAMES = ['cases', 'complaints', 'inspections', 'recovery'] as const;
export type SubgraphName = (typeof SUBGRAPH_NAMES)[number];

function readGateway(settings: EnvironmentReader): GatewaySettings {
  return {
    host: settings.text('HOST') ?? '127.0.0.1',
    port: settings.integer('PORT', 4000, 0, 65_535),
    logLevel: settings.logLevel(),
    subgraphDeadlineMs: settings.integer('SUBGRAPH_DEADLINE_MS', 10_000, 1, 600_000),
    operationDeadlineMs: settings.integer('OPERATION_DEADLINE_MS', 30_000, 1, 600_000),
    keptAnswersMb: settings.integer('KEPT_ANSWERS_MB', 64, 0, 4_096),
    limits: readLimits(settings),
    doors: readDoors(settings, settings.oneOf('THADS_MODE', MODES, 'development')),
  };
}

export interface OneProcessSettings extends GatewaySettings {
  /** Administrator's connection; undefined: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly loadSample: boolean;
}

/** Errors: `OperatorError` with all faults at once. */
export function readOneProcessSettings(environment: Environment, projectFolder: string): OneProcessSettings {
  const settings = new EnvironmentReader(environment);
  const result: OneProcessSettings = {
    ...readGateway(settings),
    databaseUrl: settings.url('DATABASE_URL', POSTGRES_PROTOCOLS),
    dataDir: path.resolve(projectFolder, settings.text('THADS_DATA_DIR') ?? '.data'),
    loadSample: settings.oneOf('THADS_SAMPLE', ['load', 'none'], 'load') === 'load',
  };
  settings.check();
  return result;
}

export interface HttpGatewaySettings extends GatewaySettings {
  readonly subgraphUrls: Readonly<Record<SubgraphName, string>>;
}

/** Errors: `OperatorError` with all faults at once. */
export function readHttpGatewaySettings(environment: Environment): HttpGatewaySettings {
  const settings = new EnvironmentReader(environment);
  const urls = SUBGRAPH_NAMES.map((name) => [
    name,
    settings.requiredUrl(`${name.toUpperCase()}_URL`, ['http:', 'https:']),
  ]);
  const result: HttpGatewaySettings = {
    ...readGateway(settings),
    subgraphUrls: Object.fromEntries(urls) as Record<SubgraphName, string>,
  };
  settings.check();
  return result;
}
