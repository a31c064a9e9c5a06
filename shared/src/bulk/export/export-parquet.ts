import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type pg from 'pg';
import { Readable } from 'node:stream';
import type { DatasetFieldType } from '../dataset';
import type { AllowedField } from '../dataset-access';

/** Rows of a row group: what is in memory at once, and for how long the event loop is held up. */
const ROW_GROUP = 10_000;

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];
type Column = readonly unknown[];

interface ParquetType {
  readonly schema: (name: string) => SchemaElement[];
  /** In SQL, of the value; what is read is then made a value of the column. */
  readonly sql?: (value: string) => string;
  readonly of?: (value: unknown) => unknown;
}

const TEXT: ParquetType = {
  schema: (name) => [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' }],
};

const TYPES: Readonly<Record<DatasetFieldType, ParquetType>> = {
  ID: TEXT,
  TEXT,
  INT: { schema: (name) => [{ name, type: 'INT32', repetition_type: 'OPTIONAL' }] },
  VND: {
    schema: (name) => [{ name, type: 'INT64', repetition_type: 'OPTIONAL' }],
    sql: (value) => `(${value})::text`,
    of: (value) => BigInt(value as string),
  },
  DATE: {
    schema: (name) => [{ name, type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' }],
    // Days since 1970, as Parquet has them.
    sql: (value) => `(${value}) - date '1970-01-01'`,
  },
  TIMESTAMP: {
    schema: (name) => [{ name, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', repetition_type: 'OPTIONAL' }],
  },
  BOOLEAN: { schema: (name) => [{ name, type: 'BOOLEAN', repetition_type: 'OPTIONAL' }] },
  TEXT_LIST: {
    schema: (name) => [
      { name, converted_type: 'LIST', repetition_type: 'OPTIONAL', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
    ],
  },
};

/** The value of a field as the select of a Parquet file has it. */
export function parquetValueSql({ type }: AllowedField, value: string): string {
  return TYPES[type].sql?.(value) ?? value;
}

/**
 * The bytes of a Parquet file of what a select gives, which is read as fast as they are taken, within the client's
 * transaction. `onRows` is told how many rows were read.
 */
export function parquetFile(
  client: pg.ClientBase,
  select: string,
  fields: readonly AllowedField[],
  onRows: (rows: number) => void,
): Readable {
  return Readable.from(chunksOf(client, select, fields, onRows));
}

async function* chunksOf(
  client: pg.ClientBase,
  select: string,
  fields: readonly AllowedField[],
  onRows: (rows: number) => void,
): AsyncGenerator<Buffer> {
  const buffer = new ByteWriter();
  const taken = (): Buffer => {
    const bytes = Buffer.from(new Uint8Array(buffer.buffer, 0, buffer.index));
    buffer.index = 0;
    return bytes;
  };
  const writer = new ParquetWriter({
    writer: buffer,
    schema: [
      { name: 'root', num_children: fields.length },
      ...fields.flatMap(({ name, type }) => TYPES[type].schema(name)),
    ],
    createdBy: 'thads-graph',
  });
  await client.query(`declare exported no scroll cursor for ${select}`);
  for (;;) {
    const { rows } = await client.query<unknown[]>({ text: `fetch ${ROW_GROUP} from exported`, rowMode: 'array' });
    if (rows.length === 0) break;
    onRows(rows.length);
    const columnData = fields.map(({ name, type }, index) => ({ name, data: columnOf(rows, index, TYPES[type]) }));
    await writer.write({ columnData: columnData as never, rowGroupSize: ROW_GROUP });
    yield taken();
  }
  await client.query('close exported');
  await writer.finish();
  yield taken();
}

function columnOf(rows: readonly unknown[][], index: number, { of }: ParquetType): Column {
  if (!of) return rows.map((row) => row[index]);
  return rows.map((row) => (row[index] === null ? null : of(row[index])));
}
