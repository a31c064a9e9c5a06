import {
  type Environment,
  EnvironmentReader,
  type ExportSettings,
  type LogLevel,
  POSTGRES_PROTOCOLS,
  readExportSettings,
  readStatementKey,
} from '@thads/shared';
import express from 'express';
import path from 'node:path';
import { type IssuerSettings, readIssuer } from './identity/issuer.settings';
import { type SignIn, readSignIn } from './dashboard-page/dashboard.settings';
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
  /** For how long a link to a file of an export is good. */
  readonly exportLinkMs: number;
  readonly issuer: IssuerSettings;
  readonly signIn: SignIn;
  /** Express' setting "trust proxy": whose word on the address of a caller is taken. */
  readonly trustProxy: false | number | string;
  readonly limits: Limits;
  readonly doors: Doors;
}

/** Names of the subgraphs that can run elsewhere. */
export const SUBGRAPH_NAMES = ['cases', 'complaints', 'inspections', 'recovery'] as const;
export type SubgraphName = (typeof SUBGRAPH_NAMES)[number];

function readGateway(settings: EnvironmentReader, dataDir: string): GatewaySettings {
  const host = settings.text('HOST') ?? '127.0.0.1';
  const issuer = readIssuer(settings, host, dataDir);
  return {
    host,
    port: settings.integer('PORT', 4000, 0, 65_535),
    logLevel: settings.logLevel(),
    subgraphDeadlineMs: settings.integer('SUBGRAPH_DEADLINE_MS', 10_000, 1, 600_000),
    operationDeadlineMs: settings.integer('OPERATION_DEADLINE_MS', 30_000, 1, 600_000),
    keptAnswersMb: settings.integer('KEPT_ANSWERS_MB', 64, 0, 4_096),
    exportLinkMs: settings.integer('EXPORT_LINK_MINUTES', 60, 1, 10_080) * 60_000,
    issuer,
    signIn: readSignIn(settings, issuer),
    trustProxy: readTrustProxy(settings),
    limits: readLimits(settings),
    doors: readDoors(settings, settings.oneOf('THADS_MODE', MODES, 'development')),
  };
}

function readTrustProxy(settings: EnvironmentReader): false | number | string {
  const text = settings.text('TRUST_PROXY');
  if (text === undefined) return false;
  const value = /^\d+$/.test(text) ? Number(text) : text;
  try {
    express().set('trust proxy', value);
  } catch {
    settings.faults.push(
      `TRUST_PROXY is "${text}"; it must be how many proxies are before the gateway, or their addresses, separated by commas.`,
    );
  }
  return value;
}

/** Where the embedded database and everything made once is kept. */
export function readDataDir(settings: EnvironmentReader, projectFolder: string): string {
  return path.resolve(projectFolder, settings.text('THADS_DATA_DIR') ?? '.data');
}

export interface DatabaseSettings {
  /** Administrator's connection; undefined: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
}

function readDatabase(settings: EnvironmentReader, projectFolder: string): DatabaseSettings {
  return {
    databaseUrl: settings.url('DATABASE_URL', POSTGRES_PROTOCOLS),
    dataDir: readDataDir(settings, projectFolder),
  };
}

/** For commands that serve nobody. Errors: `OperatorError` with all faults at once. */
export function readDatabaseSettings(environment: Environment, projectFolder: string): DatabaseSettings {
  const settings = new EnvironmentReader(environment);
  const result = readDatabase(settings, projectFolder);
  settings.check();
  return result;
}

export interface OneProcessSettings extends GatewaySettings, DatabaseSettings {
  readonly exports: ExportSettings;
  readonly loadSample: boolean;
  /** With which the sample is loaded where the graph issues no tokens itself. */
  readonly token: string | undefined;
}

/** Errors: `OperatorError` with all faults at once. */
export function readOneProcessSettings(environment: Environment, projectFolder: string): OneProcessSettings {
  const settings = new EnvironmentReader(environment);
  const dataDir = readDataDir(settings, projectFolder);
  const result: OneProcessSettings = {
    ...readGateway(settings, dataDir),
    ...readDatabase(settings, projectFolder),
    exports: readExportSettings(settings, {
      dataDir,
      production: settings.oneOf('THADS_MODE', MODES, 'development') === 'production',
    }),
    loadSample: settings.oneOf('THADS_SAMPLE', ['load', 'none'], 'load') === 'load',
    token: settings.text('THADS_TOKEN'),
  };
  settings.check();
  return result;
}

export interface HttpGatewaySettings extends GatewaySettings {
  readonly subgraphUrls: Readonly<Record<SubgraphName, string>>;
  /** Text of the private key by which subgraphs know the gateway. */
  readonly statementKey: string;
}

/** Errors: `OperatorError` with all faults at once. */
export function readHttpGatewaySettings(environment: Environment, projectFolder: string): HttpGatewaySettings {
  const settings = new EnvironmentReader(environment);
  const urls = SUBGRAPH_NAMES.map((name) => [
    name,
    settings.requiredUrl(`${name.toUpperCase()}_URL`, ['http:', 'https:']),
  ]);
  const result: HttpGatewaySettings = {
    ...readGateway(settings, readDataDir(settings, projectFolder)),
    subgraphUrls: Object.fromEntries(urls) as Record<SubgraphName, string>,
    statementKey: readStatementKey(settings, 'STATEMENT_PRIVATE_KEY'),
  };
  settings.check();
  return result;
}
