import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type GraphQLObjectType, buildSchema, getNamedType, isListType, isNonNullType, isObjectType } from 'graphql';
import { gunzipSync } from 'node:zlib';
import type { GraphClient } from './graph-client';

export { DATASETS } from '../../gateway/src/bulk/dataset.enum';
export { subgraphDefinitions } from '../../gateway/src/one-process';

export interface MadeFile {
  readonly name: string;
  readonly province: string | null;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly url: string;
  readonly expiresAt: string;
}

export interface AskedExport {
  readonly id: string;
  readonly dataset: string;
  readonly status: 'QUEUED' | 'RUNNING' | 'FINISHED' | 'FAILED' | 'CANCELLED';
  readonly fields: readonly string[];
  readonly rows: number | null;
  readonly bytes: number | null;
  readonly snapshotId: string | null;
  readonly dataVersion: string | null;
  readonly cursor: string | null;
  readonly files: readonly MadeFile[];
  readonly manifest: MadeFile | null;
  readonly manifestSignature: string | null;
  readonly filesUntil: string | null;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly queuePosition: number | null;
}

export const EXPORT_FIELDS = `id dataset status fields rows bytes snapshotId dataVersion cursor manifestSignature filesUntil
  queuePosition error { code message } manifest { ...file } files { ...file }`;
export const FILE_FRAGMENT = 'fragment file on ExportFile { name province rows bytes sha256 url expiresAt }';
export const START = `mutation ($input: ExportInput!) { startExport(input: $input) { ${EXPORT_FIELDS} } } ${FILE_FRAGMENT}`;
export const FIND = `query ($id: ID!) { export(id: $id) { ${EXPORT_FIELDS} } } ${FILE_FRAGMENT}`;

export async function startExport(client: GraphClient, input: object): Promise<AskedExport> {
  return (await client.data<{ startExport: AskedExport }>(START, { input })).startExport;
}

export async function findExport(client: GraphClient, id: string): Promise<AskedExport> {
  return (await client.data<{ export: AskedExport }>(FIND, { id })).export;
}

/** Once it has come to an end, whichever. */
export async function ended(client: GraphClient, { id }: { readonly id: string }): Promise<AskedExport> {
  for (;;) {
    const found = await findExport(client, id);
    if (found.status !== 'QUEUED' && found.status !== 'RUNNING') return found;
    await sleep(50);
  }
}

/** A finished export of what is asked for. */
export async function exported(client: GraphClient, input: object): Promise<AskedExport> {
  const made = await ended(client, await startExport(client, input));
  if (made.status !== 'FINISHED') throw new Error(`the export ${JSON.stringify(input)} ended ${JSON.stringify(made)}`);
  return made;
}

export async function download(url: string, file: MadeFile): Promise<Buffer> {
  const response = await fetch(url + file.url);
  if (response.status !== 200) throw new Error(`${file.name}: ${response.status} ${await response.text()}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  return file.name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/** The rows of all files in JSON lines. */
export async function exportedRows(url: string, { files }: AskedExport): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (const file of files.filter((one) => one.rows > 0)) {
    const lines = (await download(url, file)).toString('utf8').split('\n').slice(0, -1);
    for (const line of lines) rows.push(JSON.parse(line) as Record<string, unknown>);
  }
  return rows;
}

const schema = buildSchema(readFileSync(path.resolve(__dirname, '..', '..', 'schema.graphql'), 'utf8'));

/** What of a dataset's definition tells where the same is in the graph. */
export interface GraphedDataset {
  readonly coordinate: string;
  readonly fields: readonly { readonly name: string; readonly coordinate: string }[];
}

interface Place {
  /** What is selected in a row of the list. */
  readonly selection: string;
  readonly read: (row: any, index: number) => unknown;
}

/**
 * How the graph is asked for the rows of a dataset: the list, what is selected in each of its rows, and the dataset's
 * rows that one of these stands for.
 */
export function inGraph(
  { coordinate, fields }: GraphedDataset,
  names: readonly string[],
  lists: ReadonlyMap<string, string>,
) {
  const [parent, nested] = coordinate.split('.') as [string, string];
  const list = parent === 'Query' ? nested : lists.get(parent)!;
  const parentType = parent === 'Query' ? rowTypeOf(list) : objectType(parent);
  const rowType =
    parent === 'Query' ? parentType : (getNamedType(parentType.getFields()[nested]!.type) as GraphQLObjectType);
  const places = names.map((name) => {
    const field = fields.find((one) => one.name === name)!;
    return placeOf(field.coordinate, rowType, parentType);
  });
  const ofRow = places.map(({ selection }) => selection).join(' ');
  const selection = parent === 'Query' ? ofRow : `id ${nested} { ${ofRow} }`;
  const rowsOf = (row: any): Record<string, unknown>[] =>
    (parent === 'Query' ? [row] : row[nested]).map((one: any, index: number) =>
      Object.fromEntries(names.map((name, at) => [name, places[at]!.read({ ...one, parent: row }, index)])),
    );
  return { list, selection, rowsOf };
}

function placeOf(coordinate: string, rowType: GraphQLObjectType, parentType: GraphQLObjectType): Place {
  const [type, name] = coordinate.split('.') as [string, string];
  if (type === rowType.name) return leaf(rowType, name);
  // Of the record that the row is of.
  if (type === parentType.name) {
    return { selection: '', read: (row, index) => (name === 'id' ? row.parent.id : index + 1) };
  }
  const through = Object.values(rowType.getFields()).find((field) => getNamedType(field.type).name === type)!;
  const inner = leaf(objectType(type), name);
  return {
    selection: `${through.name} { ${inner.selection} }`,
    read: (row, index) => (row[through.name] === null ? null : inner.read(row[through.name], index)),
  };
}

function leaf(type: GraphQLObjectType, name: string): Place {
  const { type: of } = type.getFields()[name]!;
  if (!isObjectType(getNamedType(of))) return { selection: name, read: (row) => row[name] };
  const isList = isListType(isNonNullType(of) ? of.ofType : of);
  return {
    selection: `${name} { id }`,
    read: (row) => (isList ? row[name].map(({ id }: { id: string }) => id) : (row[name]?.id ?? null)),
  };
}

function rowTypeOf(list: string): GraphQLObjectType {
  const connection = getNamedType(schema.getQueryType()!.getFields()[list]!.type) as GraphQLObjectType;
  return getNamedType(connection.getFields()['nodes']!.type) as GraphQLObjectType;
}

function objectType(name: string): GraphQLObjectType {
  return schema.getType(name) as GraphQLObjectType;
}
