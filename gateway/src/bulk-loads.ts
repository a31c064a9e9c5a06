import {
  ALL_ROWS,
  type BulkLine,
  type BulkMessage,
  OperatorError,
  type SectionHead,
  type SubjectHistory,
  createDataSource,
  loadInBulk,
} from '@thads/shared';
import type { DataSource } from 'typeorm';
import pg from 'pg';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type Database, subgraphDefinitions } from './one-process';

type Lines = AsyncIterator<string, unknown>;

/** Events of a register after which its indexes are worth making anew. */
const MANY_EVENTS = 100_000;

/**
 * Does what the lines say, see `BulkLine`, until they end. Every section is one transaction. What went into the middle of
 * an index has split its pages in halves: after many events the indexes are made anew, beside whoever reads and writes.
 */
export async function serveBulkLoads(
  { adminUrl }: Pick<Database, 'adminUrl'>,
  input: Readable,
  say: (message: BulkMessage) => void,
): Promise<void> {
  const dataSources = new Map<string, DataSource>();
  for (const { register, entities } of subgraphDefinitions) {
    const { schema } = register;
    // As the administrator: PostgreSQL does not COPY for a role that row level security applies to.
    const settings = { url: adminUrl, schema, entities, poolSize: 3, access: ALL_ROWS };
    dataSources.set(schema, await createDataSource(settings).initialize());
  }
  const written = new Map<string, number>();
  try {
    await serve(dataSources, createInterface({ input })[Symbol.asyncIterator](), (message) => {
      if ('events' in message) {
        written.set(message.register, (written.get(message.register) ?? 0) + message.events);
      }
      say(message);
    });
  } finally {
    await Promise.all([...dataSources.values()].map((dataSource) => dataSource.destroy()));
  }
  const grown = [...written].filter(([, events]) => events >= MANY_EVENTS).map(([schema]) => schema);
  if (grown.length > 0) await makeIndexesAnew(adminUrl, grown);
}

async function makeIndexesAnew(adminUrl: string, schemas: readonly string[]): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    for (const { register } of subgraphDefinitions.filter((one) => schemas.includes(one.register.schema))) {
      const { schema, lifecycles } = register;
      // The other indexes of the journal, the ledger and the chain only grow at their ends.
      await admin.query(`reindex index concurrently ${schema}.journal_territory_subject_id_subject_type_version_key`);
      for (const { table } of lifecycles) await admin.query(`reindex table concurrently ${schema}.${table}`);
    }
  } finally {
    await admin.end();
  }
}

async function serve(
  dataSources: ReadonlyMap<string, DataSource>,
  lines: Lines,
  say: (message: BulkMessage) => void,
): Promise<void> {
  let before: Promise<unknown> = Promise.resolve();
  let last: Promise<unknown> = Promise.resolve();
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const line = JSON.parse(next.value) as BulkLine;
    if ('ask' in line) say({ known: await areKnown(dataSources, line.ask) });
    if ('wait' in line) await Promise.all([before, last]);
    if (!('section' in line)) continue;
    // A section is read while the one before it is being recorded and committed.
    await before;
    const { histories, read } = historiesUpToEnd(lines);
    before = last;
    last = loadSection(dataSources.get(line.section.register)!, line.section, histories, say);
    before.catch(() => undefined);
    await Promise.race([read, last]);
  }
  await Promise.all([before, last]);
}

async function loadSection(
  dataSource: DataSource,
  section: SectionHead,
  histories: AsyncIterable<SubjectHistory>,
  say: (message: BulkMessage) => void,
): Promise<void> {
  const { register } = subgraphDefinitions.find((definition) => definition.register.schema === section.register)!;
  await loadInBulk(dataSource, register, histories, {
    submittedBy: 'bulk load',
    onWritten: (subjects, events) => say({ register: section.register, subjects, events }),
    onRejected({ event, refusal }) {
      throw new OperatorError(
        `${section.name}: the event ${event.id} (${event.type}) was refused by ${refusal.rule}: ${refusal.message} Nothing of this section was loaded.`,
      );
    },
  });
}

/** `read` resolves when the section's end has been read. */
function historiesUpToEnd(lines: Lines): { histories: AsyncIterable<SubjectHistory>; read: Promise<void> } {
  let resolve: () => void;
  const read = new Promise<void>((settle) => (resolve = settle));
  async function* histories(): AsyncGenerator<SubjectHistory> {
    for (;;) {
      const next = await lines.next();
      if (next.done) throw new Error('the histories ended within a section');
      const line = JSON.parse(next.value) as SubjectHistory | BulkLine;
      if (!Array.isArray(line)) break;
      yield line;
    }
    resolve();
  }
  return { histories: histories(), read };
}

async function areKnown(
  dataSources: ReadonlyMap<string, DataSource>,
  sections: readonly SectionHead[],
): Promise<boolean[]> {
  const known = new Set<string>();
  for (const [schema, dataSource] of dataSources) {
    const ids = sections.filter(({ register }) => register === schema).map(({ firstEventId }) => firstEventId);
    const rows = (await dataSource.query(`select event_id from ${schema}.journal where event_id = any($1::uuid[])`, [
      ids,
    ])) as { event_id: string }[];
    for (const { event_id } of rows) known.add(event_id);
  }
  return sections.map(({ firstEventId }) => known.has(firstEventId));
}
