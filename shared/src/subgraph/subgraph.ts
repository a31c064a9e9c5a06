import DataLoader from 'dataloader';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { personReads } from '../access/access-log';
import { type AccessLogConditions, type ShownAccessLogLine, accessLogPage } from '../access/access-log-page';
import { type GuardedContext, guardSchema } from '../access/guard';
import { type SmallFigures, createPublication } from '../access/publication';
import type { RequestHead } from '../access/request-head';
import { rowAccessOf } from '../access/row-access';
import type { RowPolicies } from '../access/row-policies';
import { createChangeFeed } from '../bulk/change-feed';
import type { ChangesPage, ChangesRequest } from '../bulk/changes';
import type { DatasetDefinition } from '../bulk/dataset';
import type { ExportSettings } from '../bulk/export/export-settings';
import { type CallersExports, type Exports, createExports } from '../bulk/export/exports';
import { createDataSource } from '../database/data-source';
import { Reader } from '../database/reader';
import { Traffic } from '../database/traffic';
import type { Connection, PageArguments } from '../graphql/connection';
import { type FederatedSchemaOptions, buildFederatedSchema } from '../graphql/federated-schema';
import type { Check } from '../integrity/check';
import type { ListDefinition } from '../lists/list';
import type { Logger } from '../logging/logger';
import { type JournalHead, readJournalHead } from '../register/chain';
import { type Follower, createFollower } from '../register/follower';
import { type JournalEntry, readJournal } from '../register/history';
import type { Reference } from '../register/lifecycle';
import type { RegisterDefinition } from '../register/register';
import { type SubjectEntity, keyOf } from '../register/subject';
import { subjectTable } from '../register/subject-table';
import { type Submitter, createSubmitter } from '../register/submit';
import { type TotalsReader, createTotalsReader } from '../statistics/totals';
import { readDataVersion } from './data-version';

/** What every resolver of a subgraph finds in its context. */
export interface SubgraphContext<L = unknown> extends GuardedContext {
  /** Sees the rows that they may see. */
  readonly manager: Reader;
  readonly submitter: Submitter;
  readonly totals: TotalsReader;
  /** Made anew for every request: what one caller may see is never kept for another. */
  readonly loaders: L;
  /** The journal of subjects, each in order; empty for an unknown one. One statement a batch. */
  readonly journal: DataLoader<Reference, JournalEntry[], string>;
  /** Subjects as they are now, whatever day a record is shown of; null for one that may not be seen. One statement a batch. */
  readonly present: DataLoader<Reference, SubjectEntity | null, string>;
  readonly readJournalHead: () => Promise<JournalHead>;
  /** A page of the feed of a dataset. */
  readonly readChanges: (request: ChangesRequest) => Promise<ChangesPage>;
  readonly readAccessLog: (filter: AccessLogConditions, page: PageArguments) => Promise<Connection<ShownAccessLogLine>>;
  /** Undefined: the process makes none. */
  readonly exports: CallersExports | undefined;
}

/** A subgraph as data: what differs between the four. */
export interface SubgraphDefinition<L = unknown> extends FederatedSchemaOptions {
  readonly name: string;
  readonly register: RegisterDefinition;
  readonly entities: Function[];
  readonly migrations: Function[];
  /** Which rows of its tables who may see, besides what their territory says. */
  readonly rowPolicies?: RowPolicies;
  /** Its statistics that the public has only where they do not tell of few people. */
  readonly smallFigures?: SmallFigures;
  readonly createLoaders: (manager: Reader) => L;
  /** What it lists in pages, with the indexes that serve it. */
  readonly lists: readonly ListDefinition<any>[];
  /** What of it can be taken as a whole. */
  readonly datasets: readonly DatasetDefinition[];
  /** What must hold of its data besides what must hold of every register's. */
  readonly checks?: readonly Check[];
}

export interface SubgraphOptions {
  /** Connection of the subgraph's own role. */
  readonly databaseUrl: string;
  readonly logger: Logger;
  /** Connections to PostgreSQL, the follower's among them; 10 unless told otherwise. */
  readonly poolSize?: number;
  /** False where another process follows. */
  readonly follow?: boolean;
  /** Without them the process makes no exports. */
  readonly exports?: ExportSettings;
  readonly onStatement?: (sql: string) => void;
}

/** Something that answers GraphQL in this process. */
export interface LocalSubgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** Throws when the subgraph has been stopped. */
  createContext(head: RequestHead): object;
  /** Equal versions mean equal answers to every query. Rejects while the subgraph cannot answer. */
  dataVersion(): Promise<string>;
  /** Of its register; undefined: it makes none. */
  readonly exports?: Pick<Exports, 'file' | 'publicKey'>;
}

export interface RunningSubgraph extends LocalSubgraph {
  readonly dataSource: DataSource;
  readonly follower: Follower;
  /** Rejects with the reason while the subgraph cannot answer. */
  checkReady(): Promise<void>;
  stop(): Promise<void>;
}

/** Connects and serves the definition's schema. Rejects when the database cannot be reached or is not migrated. */
export async function startSubgraph<L>(
  definition: SubgraphDefinition<L>,
  options: SubgraphOptions,
): Promise<RunningSubgraph> {
  const { name, register } = definition;
  const schema = guardSchema((await buildFederatedSchema(definition)).schema);
  const dataSource = await createDataSource({
    url: options.databaseUrl,
    schema: register.schema,
    entities: definition.entities,
    poolSize: options.poolSize,
    onStatement: options.onStatement,
  }).initialize();
  const follower = createFollower(dataSource, register, options.logger);
  const follow = options.follow ?? true;
  if (!follow) await follower.stop();
  const submitter = createSubmitter(dataSource, register);
  const traffic = new Traffic();
  const feed = createChangeFeed(dataSource, register, definition.datasets);

  const checkReady = async (): Promise<void> => {
    await dataSource.query(`select 1 from ${register.schema}.journal limit 1`);
  };
  try {
    await checkReady();
  } catch (error) {
    await follower.stop();
    await dataSource.destroy();
    throw error;
  }
  const exports =
    options.exports &&
    createExports({
      dataSource,
      schema: register.schema,
      datasets: definition.datasets,
      describe: (coordinate) => descriptionIn(schema, coordinate),
      settings: options.exports,
      logger: options.logger,
      traffic,
    });
  return {
    name,
    schema,
    dataSource,
    follower,
    exports,
    checkReady,
    dataVersion: () => readDataVersion(dataSource, register),
    createContext(head): SubgraphContext<L> {
      if (!dataSource.isInitialized) throw new Error(`${name} has been stopped`);
      const access = rowAccessOf(head.principal);
      const manager = new Reader(dataSource, { access, deadlineAt: head.deadlineAt, traffic });
      const totals = createTotalsReader(manager, register);
      const logPersonRead = personReads(dataSource, register.schema, head);
      return {
        head,
        checkPublished: createPublication(totals, definition.smallFigures ?? {}),
        logPersonRead,
        manager,
        submitter: submitter.as(access),
        totals,
        loaders: definition.createLoaders(manager),
        journal: journalLoader(manager, register.schema),
        present: presentLoader(manager, dataSource, register),
        readJournalHead: () => readJournalHead(manager, register.schema),
        readChanges: (request) => feed.read(request, { head, manager, logPersonRead }),
        readAccessLog: (filter, page) => accessLogPage(manager, register.schema, filter, page),
        // Who asks how far an export is does not wait for it to make way.
        exports: exports?.of(head, new Reader(dataSource, { access, deadlineAt: head.deadlineAt })),
      };
    },
    async stop() {
      feed.stop();
      await Promise.all([follower.stop(), exports?.stop()]);
      if (!dataSource.isInitialized) return;
      await untilIdle(dataSource);
      await dataSource.destroy();
    },
  };
}

/** Of `Case.amount`. Throws where there is no such field. */
function descriptionIn(schema: GraphQLSchema, coordinate: string): string {
  const [type, field] = coordinate.split('.') as [string, string];
  const found = (schema.getType(type) as GraphQLObjectType | undefined)?.getFields()[field];
  if (!found) throw new Error(`there is no field ${coordinate}, which a dataset names`);
  return found.description ?? '';
}

function journalLoader(reader: Reader, schema: string): DataLoader<Reference, JournalEntry[], string> {
  return new DataLoader(
    async (subjects) => {
      const entries = await readJournal(reader, schema, subjects);
      return subjects.map(({ subjectType, id }) => entries.get(keyOf(subjectType, id))!);
    },
    { cacheKeyFn: ({ subjectType, id }) => keyOf(subjectType, id) },
  );
}

function presentLoader(
  reader: Reader,
  dataSource: DataSource,
  { schema, lifecycles }: RegisterDefinition,
): DataLoader<Reference, SubjectEntity | null, string> {
  return new DataLoader(
    async (subjects) => {
      const present = new Map<string, SubjectEntity>();
      for (const { subjectType, table } of lifecycles) {
        const ids = subjects.filter((subject) => subject.subjectType === subjectType).map(({ id }) => id);
        for (const row of await subjectTable(dataSource, schema, table).read(reader, ids)) {
          present.set(keyOf(subjectType, row.id), row);
        }
      }
      return subjects.map(({ subjectType, id }) => present.get(keyOf(subjectType, id)) ?? null);
    },
    { cacheKeyFn: ({ subjectType, id }) => keyOf(subjectType, id) },
  );
}

const IDLE_WITHIN_MS = 5_000;

/** Lets transactions under way come to their end: TypeORM would take their connections away in the middle. */
async function untilIdle(dataSource: DataSource): Promise<void> {
  const { connectedQueryRunners } = dataSource.driver as PostgresDriver;
  for (let waited = 0; connectedQueryRunners.length > 0 && waited < IDLE_WITHIN_MS; waited += 20) await sleep(20);
}
