import type { Principal } from '../access/principal';
import type { IsoDate } from '../calendar/date';
import type { Reader } from '../database/reader';
import { badInput, graphError } from '../errors';
import { findProvince } from '../geography/geography';
import { checkPageSize } from '../graphql/cursor';
import { formerTable } from '../register/former';
import type { Lifecycle } from '../register/lifecycle';
import type { RegisterDefinition } from '../register/register';
import { BEGINNING, type ChainPlace, type ChangeCursors, chainEnd, chainHash } from './change-cursor';
import type { DatasetDefinition } from './dataset';
import { type AllowedField, chosenFields } from './dataset-access';
import { jsonLineSelect } from './dataset-sql';

/** An event of a subject of a dataset, with what the dataset has of the subject now. */
export interface Change {
  readonly cursor: string;
  readonly subject: string;
  /** The reader may no longer see the subject: of what happened to it nothing else is said. */
  readonly gone: boolean;
  readonly eventId: string | null;
  readonly type: string | null;
  readonly occurredOn: IsoDate | null;
  /** In ISO 8601. */
  readonly recordedAt: string | null;
  readonly version: number | null;
  /** The one row of a dataset that has one for each subject. */
  readonly row: string | null;
  /** Everything that the dataset has of the subject, in place of everything that it had. */
  readonly rows: readonly string[];
}

/** A page of them. */
export interface ChangesPage {
  readonly nodes: readonly Change[];
  readonly endCursor: string;
  /** Further events are there, though perhaps none for this reader. */
  readonly hasMore: boolean;
  /** There is something for the reader: changes or, of statistics, that they can have changed. */
  readonly isNew: boolean;
}

/** What a reader asks of the feed of one dataset. */
export interface ChangesRequest {
  /** Its name. */
  readonly dataset: string;
  readonly after?: string | null;
  readonly first: number;
  /** 0 to 30. */
  readonly waitSeconds: number;
  readonly provinces?: readonly string[] | null;
}

/** Positions that one statement goes through. */
const POSITIONS_AT_ONCE = 10_000;
/** Statements for one page in which nothing is the reader's. */
const STATEMENTS_A_PAGE = 10;

/** Of whom, by what, and how a feed is read. */
export interface ChangeReaderOptions {
  /** With the row access of the caller. */
  readonly reader: Reader;
  readonly principal: Principal;
  readonly register: RegisterDefinition;
  readonly cursors: () => Promise<ChangeCursors>;
  /** Resolves once the read of a person's data is in the access log; rejects when it cannot be, or has no purpose. */
  readonly logPersonRead: (type: string, id: string) => Promise<void>;
}

interface FoundRow {
  readonly position: number | null;
  readonly hash: Buffer | null;
  readonly subject: string;
  readonly gone: boolean;
  readonly eventId: string | null;
  readonly type: string | null;
  readonly occurredOn: IsoDate | null;
  readonly recordedAt: Date | null;
  readonly version: number | null;
  readonly rows: string[] | null;
  /** Of other subjects, which name this one. */
  readonly named: string[] | null;
  readonly endPosition: number;
  readonly endHash: Buffer;
}

/**
 * One page of a dataset's feed. Errors: `BAD_USER_INPUT` for page size, cursor and provinces, `FORBIDDEN` for provinces
 * that are not the caller's.
 */
export async function readChangesPage(
  { reader, principal, register: { schema, lifecycles }, cursors: loadCursors, logPersonRead }: ChangeReaderOptions,
  dataset: DatasetDefinition,
  { after, first, provinces }: Pick<ChangesRequest, 'after' | 'first' | 'provinces'>,
): Promise<{ readonly page: ChangesPage; readonly end: ChainPlace }> {
  const size = checkPageSize(first);
  const territories = territoriesOf(provinces, reader.territories);
  const cursors = await loadCursors();
  const begun =
    after === null || after === undefined
      ? BEGINNING
      : await cursors.read(dataset.name, after, (position) => chainHash(reader, schema, position));
  // Sums over many subjects have no changes of their own; that the chain is longer tells that they can have changed.
  if (!dataset.subject) {
    const end = await chainEnd(reader, schema);
    const isNew = end.position > begun.position;
    return { page: { nodes: [], endCursor: cursors.write(dataset.name, end), hasMore: false, isNew }, end };
  }
  const fields = chosenFields(dataset, principal, null);
  const text = pageStatement(schema, lifecycles, dataset, fields, principal);

  let end = begun;
  let found: FoundRow[] = [];
  let isAtHead = false;
  for (let nth = 0; nth < STATEMENTS_A_PAGE && !isAtHead && found.length === 0; nth += 1) {
    const rows = await reader.query<FoundRow[]>(text, [end.position, POSITIONS_AT_ONCE, territories, size + 1]);
    const [any] = rows;
    isAtHead = !any || any.endPosition < end.position + POSITIONS_AT_ONCE;
    if (any) end = { position: any.endPosition, hash: any.endHash };
    found = rows.filter(({ position }) => position !== null);
  }
  const shown = found.slice(0, size);
  const isCut = found.length > size;
  if (isCut) end = placeOf(shown.at(-1)!);
  if (fields.some(({ personal }) => personal)) {
    const [type] = dataset.fields.find(({ name }) => name === dataset.key[0])!.coordinate.split('.');
    const ids = shown.flatMap(({ rows, named }) =>
      [...(rows ?? []), ...(named ?? [])].map((row) => idIn(row, dataset)),
    );
    await Promise.all([...new Set(ids)].map((id) => logPersonRead(type!, id)));
  }
  const page = {
    nodes: shown.flatMap((row, nth) => [
      // Of one event only the last change stands for the place after it.
      ...namedBy(row, dataset, cursors.write(dataset.name, nth > 0 ? placeOf(shown[nth - 1]!) : begun)),
      presented(row, dataset, cursors),
    ]),
    endCursor: cursors.write(dataset.name, end),
    hasMore: isCut || !isAtHead,
    isNew: shown.length > 0,
  };
  return { page, end };
}

/** What the access log names a row by. */
function idIn(row: string, { key }: DatasetDefinition): string {
  const values = JSON.parse(row) as Readonly<Record<string, unknown>>;
  return key.map((field) => String(values[field])).join('.');
}

function placeOf({ position, hash }: FoundRow): ChainPlace {
  return { position: position!, hash: hash! };
}

function presented(found: FoundRow, dataset: DatasetDefinition, cursors: ChangeCursors): Change {
  const { subject, eventId, type, occurredOn, version } = found;
  const recordedAt = found.recordedAt?.toISOString() ?? null;
  const rows = found.rows ?? [];
  const gone = found.gone || (hasOneRow(dataset) && rows.length === 0);
  const cursor = cursors.write(dataset.name, placeOf(found));
  if (gone) {
    const nothing = { eventId: null, type: null, occurredOn: null, recordedAt: null, version: null };
    return { cursor, subject, gone, ...nothing, row: null, rows: [] };
  }
  const row = hasOneRow(dataset) ? rows[0]! : null;
  return { cursor, subject, gone, eventId, type, occurredOn, recordedAt, version, row, rows };
}

/** Other records of the dataset are another thing once what they name is. */
function namedBy({ named }: FoundRow, dataset: DatasetDefinition, cursor: string): Change[] {
  const noEvent = { eventId: null, type: null, occurredOn: null, recordedAt: null, version: null };
  return (named ?? []).map((row) => ({
    cursor,
    subject: idIn(row, dataset),
    gone: false,
    ...noEvent,
    row,
    rows: [row],
  }));
}

/** Whether each subject is a row: the row's key is the subject's id. */
export function hasOneRow({ subject, key, fields }: DatasetDefinition): boolean {
  const [only] = key;
  return key.length === 1 && fields.find(({ name }) => name === only)?.sql === subject?.id;
}

/** The territories of the provinces asked for; null: wherever the caller sees anything. */
function territoriesOf(
  provinces: readonly string[] | null | undefined,
  seen: readonly number[] | 'ALL',
): readonly number[] | null {
  if (!provinces) return null;
  const asked = provinces.flatMap((id) => {
    const province = findProvince(id);
    if (province) return province.territories;
    throw badInput(`provinces: ${JSON.stringify(id)} is no province; ids are such as VN34-15 or VN63-10.`);
  });
  const own = seen === 'ALL' ? asked : asked.filter((territory) => seen.includes(territory));
  if (asked.length > 0 && own.length === 0) {
    throw graphError('FORBIDDEN', 'provinces: they are not within the territory of your token.');
  }
  return own;
}

/**
 * One page in one snapshot. $1 is the position before, $2 how many to go through, $3 territories or null, $4 how many
 * changes. Positions have no gaps, so that the chain's index leads to the page however far on it is, and is read only as
 * far as the page needs it. Row level security hides the events of subjects that the caller may not see; those that he
 * could see before are in the table beside the subject's. Each row says how far the statement could have gone.
 */
function pageStatement(
  schema: string,
  lifecycles: RegisterDefinition['lifecycles'],
  dataset: DatasetDefinition,
  fields: readonly AllowedField[],
  principal: Principal,
): string {
  const end = `select position as "endPosition", hash as "endHash" from ${schema}.chain
    where position <= $1::bigint + $2 order by position desc limit 1`;
  const subject = dataset.subject!;
  const lifecycle = (lifecycles as readonly Lifecycle[]).find(({ subjectType }) => subjectType === subject.type)!;
  const within = '($3::smallint[] is null or territory = any ($3::smallint[]))';
  const along = (columns: string, rows: string, condition = 'true'): string =>
    `(select c.position, c.hash, ${columns} from ${schema}.chain c cross join lateral (${rows} offset 0) s
      where c.position > $1 and c.position <= $1::bigint + $2 and ${condition} order by c.position limit $4)`;
  const events = along(
    `s.territory, s.subject_id as subject, false as gone, s.event_id as "eventId", s.type,
      s.occurred_on::text as "occurredOn", s.recorded_at as "recordedAt", s.version`,
    `select * from ${schema}.journal where id = c.journal_id and subject_type = '${subject.type}' and ${within}`,
  );
  const forgotten = along(
    's.territory, s.id, true, null, null, null, null, null',
    `select * from ${schema}.${formerTable(lifecycle)} where journal_id = c.journal_id and ${within}`,
    `not exists (select from ${schema}.${lifecycle.table} t where t.territory = s.territory and t.id = s.id offset 0)`,
  );
  const lines = (...conditions: readonly string[]): string =>
    `array(${jsonLineSelect(dataset, fields, conditions, principal)})`;
  const naming = dataset.names?.map((column) => `${column} = f.subject`).join(' or ');
  const rows = lines('r.territory = f.territory', `${subject.id} = f.subject`);
  const named = naming ? lines(naming, within.replaceAll('territory', 'r.territory')) : 'null';
  return `select e.*, f.*, ${rows} as rows, ${named} as named from (${end}) e left join lateral (
      select * from (${lifecycle.seenBy ? `${events} union all ${forgotten}` : events}) x order by position limit $4
    ) f on true
    order by f.position`;
}
