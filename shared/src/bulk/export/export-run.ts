import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { type RowAccess, beginAs } from '../../access/row-access';
import type { Principal } from '../../access/principal';
import { CENTRAL_OFFICE_ID } from '../../geography/geography';
import { dataVersionSql } from '../../subgraph/data-version';
import { newestCursor } from '../change-cursor';
import type { DatasetDefinition } from '../dataset';
import type { AllowedField } from '../dataset-access';
import { csvValueSql, datasetSelect, isQuoted, jsonTextSql, valueSql } from '../dataset-sql';
import type { ExportCompressionName, ExportFormatName, ExportedFile } from './export';
import type { ExportPart } from './export-conditions';
import { type WriteOptions, compressed, sync, writeBytes, writeChunks } from './export-file';
import { compressor, fileName } from './export-formats';
import type { ExportKey } from './export-key';
import { parquetFile, parquetValueSql } from './export-parquet';
import { jsonLines } from './json-lines';

/** What is to be made, with the access of whoever asked for it. */
export interface ExportPlan {
  readonly schema: string;
  readonly dataset: DatasetDefinition;
  readonly fields: readonly AllowedField[];
  readonly parts: readonly ExportPart[];
  readonly format: ExportFormatName;
  readonly compression: ExportCompressionName;
  readonly principal: Principal;
  readonly access: RowAccess;
}

/** What all files of an export are of. */
export interface ExportSnapshot {
  readonly snapshotId: string;
  /** When it was taken. */
  readonly takenAt: string;
  readonly dataVersion: string;
  readonly cursor: string;
}

export interface MadeExport {
  readonly snapshot: ExportSnapshot;
  readonly files: readonly ExportedFile[];
  readonly manifest: ExportedFile;
  readonly manifestSignature: string;
}

export const MANIFEST = 'manifest.json';

/**
 * Writes every file of an export and its manifest into a folder of its own, which has its final name only when all of
 * them are on the disk. All are of one snapshot, read on `client` and ended when this resolves; when it rejects the
 * client is no longer good for anything, and nothing is left of the files.
 */
export async function makeExport(
  client: pg.ClientBase,
  plan: ExportPlan,
  folder: string,
  options: WriteOptions & {
    readonly key: ExportKey;
    readonly manifestOf: (snapshot: ExportSnapshot, files: readonly ExportedFile[]) => object;
  },
): Promise<MadeExport> {
  const { key, signal, manifestOf } = options;
  await removeUnfinished(folder);
  const unfinished = `${folder}.${process.pid}-${Date.now()}.part`;
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  try {
    await client.query(beginAs(plan.access, { readOnly: true, snapshot: true }));
    const snapshot = await snapshotOf(client, plan);
    const files: ExportedFile[] = [];
    const onDisk: Promise<void>[] = [];
    for (const part of plan.parts) {
      const file = await writePart(client, plan, part, unfinished, options);
      files.push(file);
      // While the next is written; whether it succeeded is asked when all are.
      const synced = sync(path.join(unfinished, file.name));
      synced.catch(() => undefined);
      onDisk.push(synced);
    }
    await client.query('commit');
    await Promise.all(onDisk);
    const bytes = Buffer.from(`${JSON.stringify(manifestOf(snapshot, files), null, 2)}\n`);
    const written = await writeBytes(path.join(unfinished, MANIFEST), bytes);
    await sync(unfinished);
    signal.throwIfAborted();
    // What an earlier attempt left that came to its end without anybody being told.
    await rm(folder, { recursive: true, force: true });
    await rename(unfinished, folder);
    await sync(path.dirname(folder));
    return {
      snapshot,
      files,
      manifest: { name: MANIFEST, province: null, rows: 0, ...written },
      manifestSignature: key.sign(bytes),
    };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** What attempts left that were killed. */
async function removeUnfinished(folder: string): Promise<void> {
  const names = await readdir(path.dirname(folder)).catch(() => []);
  for (const name of names.filter((candidate) => candidate.startsWith(`${path.basename(folder)}.`))) {
    await rm(path.join(path.dirname(folder), name), { recursive: true, force: true });
  }
}

async function snapshotOf(client: pg.ClientBase, { schema, dataset }: ExportPlan): Promise<ExportSnapshot> {
  const { rows } = await client.query<{ id: string; data_version: string; now: Date }>(
    `select pg_current_snapshot()::text as id, ${dataVersionSql(schema)} as data_version, clock_timestamp() as now`,
  );
  const { id, data_version: dataVersion, now } = rows[0]!;
  const cursor = await newestCursor(
    { query: async (sql) => (await client.query(sql)).rows as unknown[] },
    schema,
    dataset.name,
  );
  return { snapshotId: id, takenAt: now.toISOString(), dataVersion, cursor };
}

async function writePart(
  client: pg.ClientBase,
  plan: ExportPlan,
  { province, conditions }: ExportPart,
  folder: string,
  options: WriteOptions,
): Promise<ExportedFile> {
  const { dataset, fields, format, compression, principal } = plan;
  const stem = `${dataset.name.toLowerCase().replaceAll('_', '-')}-${province ?? CENTRAL_OFFICE_ID}`;
  const name = fileName(stem, format, compression);
  const file = path.join(folder, name);
  if (format === 'PARQUET') {
    let rows = 0;
    const select = datasetSelect(dataset, fields, conditions, (field) =>
      parquetValueSql(field, valueSql(field, principal)),
    );
    const source = parquetFile(client, select, fields, (read) => (rows += read));
    const written = await writeChunks(file, source, options);
    return { name, province, rows, ...written };
  }
  const isCsv = format === 'CSV';
  const valueOf = isCsv ? csvValueSql : jsonTextSql;
  const select = datasetSelect(dataset, fields, conditions, (field) => valueOf(field, principal));
  const source = client.query(copyTo(`copy (${select}) to stdout${isCsv ? ' with (format csv, header)' : ''}`));
  const columns = fields.map((field) => ({ name: field.name, quoted: isQuoted(field) }));
  const chunks = isCsv ? source : jsonLines(source, columns);
  const through = compressor(compression);
  const written = await writeChunks(file, through ? compressed(chunks, through) : chunks, options);
  // The server says how many rows there were after the last of them.
  await client.query('select');
  return { name, province, rows: source.rowCount, ...written };
}
