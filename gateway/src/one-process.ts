/**
 * Everything in one process, for `npm start` and for tests: the database, the four subgraphs and the gateway. The only
 * file of the gateway that knows the subgraphs.
 */
import {
  type EmbeddedServer,
  type ExportSettings,
  type Logger,
  OperatorError,
  type RolePasswords,
  type RunningServer,
  type RunningSubgraph,
  type SubgraphDefinition,
  checkReachable,
  generatedRolePasswords,
  messageOf,
  migrateSubgraph,
  prepareDataDir,
  roleOf,
  startEmbeddedServer,
  startSubgraph,
  urlForRole,
} from '@thads/shared';
import { casesSubgraph } from '@thads/cases';
import { complaintsSubgraph } from '@thads/complaints';
import { inspectionsSubgraph } from '@thads/inspections';
import { recoverySubgraph } from '@thads/recovery';
import { randomBytes } from 'node:crypto';
import { createDirectory } from './directory/directory';
import { startGateway } from './gateway';
import { LocalDataSource } from './local-data-source';
import type { DatabaseSettings, GatewaySettings } from './settings';

export const subgraphDefinitions: readonly SubgraphDefinition<any>[] = [
  casesSubgraph,
  complaintsSubgraph,
  inspectionsSubgraph,
  recoverySubgraph,
];

export interface OneProcess extends RunningServer {
  readonly subgraphs: readonly RunningSubgraph[];
}

export interface OneProcessOptions {
  readonly settings: GatewaySettings;
  readonly adminUrl: string;
  readonly passwords: RolePasswords;
  readonly logger: Logger;
  /** Without them no exports are made. */
  readonly exports?: ExportSettings;
  readonly onStatement?: (subgraph: string, sql: string) => void;
  readonly onQueryPlan?: (plan: unknown) => void;
}

/** Migrates all four schemas; safe to run again. */
export async function migrateAll(adminUrl: string, passwords: RolePasswords): Promise<void> {
  for (const definition of subgraphDefinitions) {
    await migrateSubgraph(definition as SubgraphDefinition<never>, adminUrl, passwords[definition.register.schema]!);
  }
}

/** Subgraphs and gateway on a migrated database. */
export async function startOneProcess(options: OneProcessOptions): Promise<OneProcess> {
  const { settings, adminUrl, passwords, logger, onStatement } = options;
  const subgraphs = await Promise.all(
    subgraphDefinitions.map((definition) => {
      const { name, register } = definition;
      return startSubgraph(definition, {
        databaseUrl: urlForRole(adminUrl, roleOf(register.schema), passwords[register.schema]!),
        logger: logger.child({ subgraph: name }),
        exports: options.exports,
        onStatement: onStatement && ((sql) => onStatement(name, sql)),
      });
    }),
  );
  const stopSubgraphs = async (): Promise<void> => {
    await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
  };
  try {
    const sourceSettings = { deadlineMs: settings.subgraphDeadlineMs, logger };
    const local = [await createDirectory(), ...subgraphs];
    const server = await startGateway({
      settings,
      logger,
      dataSources: Object.fromEntries(
        local.map((subgraph) => [subgraph.name, new LocalDataSource(subgraph, sourceSettings)]),
      ),
      checkReady: async () => {
        await Promise.all(local.map((subgraph) => subgraph.checkReady()));
      },
      // Links end with the process; whoever asks for the export again has new ones.
      exportLinkKey: randomBytes(32),
      onQueryPlan: options.onQueryPlan,
    });
    return {
      ...server,
      subgraphs,
      async stop() {
        await server.stop();
        await stopSubgraphs();
      },
    };
  } catch (error) {
    await stopSubgraphs();
    throw error;
  }
}

export interface Database {
  readonly adminUrl: string;
  readonly passwords: RolePasswords;
  stop(): Promise<void>;
}

const INSUFFICIENT_PRIVILEGE = '42501';

/** The database of the settings, migrated: the server they name, or the embedded one. */
export async function openDatabase({ databaseUrl, dataDir }: DatabaseSettings): Promise<Database> {
  // The roles' passwords are kept there, also when the database is elsewhere.
  await prepareDataDir(dataDir);
  let embedded: EmbeddedServer | undefined;
  if (databaseUrl) await checkReachable(databaseUrl);
  else embedded = await startEmbeddedServer(dataDir);
  const adminUrl = databaseUrl ?? embedded!.url;
  const stop = async (): Promise<void> => embedded?.stop();
  try {
    const passwords = await generatedRolePasswords(
      dataDir,
      subgraphDefinitions.map(({ register }) => register.schema),
    );
    await migrateAll(adminUrl, passwords).catch((error: unknown) => {
      if ((error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE) throw error;
      throw new OperatorError(
        `DATABASE_URL: its user may not prepare the database (${messageOf(error)}). It must be allowed to create schemas and roles.`,
      );
    });
    return { adminUrl, passwords, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
