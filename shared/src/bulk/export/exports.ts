import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { JWK } from 'jose';
import type { DataSource } from 'typeorm';
import { requirePurpose } from '../../access/access-log';
import type { Principal } from '../../access/principal';
import type { RequestHead } from '../../access/request-head';
import type { Reader } from '../../database/reader';
import type { Traffic } from '../../database/traffic';
import { badInput, graphError } from '../../errors';
import type { Logger } from '../../logging/logger';
import { type DatasetDefinition, subjectField } from '../dataset';
import { allowedFields, chosenFields, mayHave, requireDataset } from '../dataset-access';
import { EXPORT_COMPRESSIONS, EXPORT_FORMATS, type DatasetState, type ExportRequest, type ExportState } from './export';
import { partsOf } from './export-conditions';
import { checkCompression, contentTypeOf } from './export-formats';
import { openExportKey } from './export-key';
import type { ExportSettings } from './export-settings';
import { ExportStore } from './export-store';
import { createExportWorker, folderOf } from './export-worker';

/** A file of a finished export, to be sent. */
export interface StoredFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly contentType: string;
}

/** Why a file is not there: there is no such file, or there was one. */
export type MissingFile = 'UNKNOWN' | 'REMOVED';

/** The exports of one register, for somebody. */
export interface CallersExports {
  datasets(): DatasetState[];
  start(request: ExportRequest): Promise<ExportState>;
  find(id: string): Promise<ExportState | null>;
  cancel(id: string): Promise<ExportState>;
}

/** The exports of one register. */
export interface Exports {
  of(head: RequestHead, reader: Reader): CallersExports;
  file(id: string, name: string): Promise<StoredFile | MissingFile>;
  /** With which manifests can be checked. */
  publicKey(): Promise<JWK>;
  stop(): Promise<void>;
}

export interface ExportsOptions {
  readonly dataSource: DataSource;
  readonly schema: string;
  readonly datasets: readonly DatasetDefinition[];
  /** The description of a field of the graph. */
  readonly describe: (coordinate: string) => string;
  readonly settings: ExportSettings;
  readonly logger: Logger;
  /** Who waits for the database goes first. */
  readonly traffic: Traffic;
}

export function createExports({ describe, ...options }: ExportsOptions): Exports {
  const { dataSource, schema, datasets, settings } = options;
  const store = new ExportStore(dataSource, schema);
  const describeField = (dataset: DatasetDefinition, name: string): string => {
    const field = dataset.fields.find((candidate) => candidate.name === name)!;
    return field.description ?? describe(field.coordinate);
  };
  const worker = createExportWorker({ ...options, store, describe: describeField });

  async function start(head: RequestHead, reader: Reader, request: ExportRequest): Promise<ExportState> {
    const { principal } = head;
    const dataset = requireDataset(datasets, request.dataset, principal);
    const fields = chosenFields(dataset, principal, request.fields);
    partsOf(dataset, request.filter, principal);
    checkFormat(request);
    const compression = checkCompression(request.format, request.compression);
    if (fields.some(({ personal }) => personal)) requirePurpose(head);
    const id = `${schema}-${randomUUID()}`;
    const job = { request: { ...request, compression }, fields: fields.map(({ name }) => name) };
    await store.add(id, head, job, settings.perCaller);
    worker.wake();
    return (await store.find(reader, id))!;
  }

  async function cancel(reader: Reader, id: string): Promise<ExportState> {
    if (!(await store.find(reader, id))) throw graphError('NOT_FOUND', `id: you have no export ${JSON.stringify(id)}.`);
    await store.cancel(id);
    return (await store.find(reader, id))!;
  }

  return {
    of: (head, reader) => ({
      datasets: () =>
        datasets
          .filter((dataset) => mayHave(dataset, head.principal))
          .map((dataset) => described(dataset, head.principal, describeField)),
      start: (request) => start(head, reader, request),
      find: (id) => store.find(reader, id),
      cancel: (id) => cancel(reader, id),
    }),
    async file(id, name) {
      const row = await store.finished(id);
      const file = [...(row?.files ?? []), row?.manifest].find((candidate) => candidate?.name === name);
      if (!row || !file) return 'UNKNOWN';
      if (row.files_removed || row.files_until!.getTime() < Date.now()) return 'REMOVED';
      const { sha256, bytes } = file;
      return { path: path.join(folderOf(settings, id), name), sha256, bytes, contentType: contentTypeOf(name) };
    },
    publicKey: async () => (await openExportKey(settings)).publicKey,
    stop: () => worker.stop(),
  };
}

function described(
  dataset: DatasetDefinition,
  principal: Principal,
  describe: (dataset: DatasetDefinition, field: string) => string,
): DatasetState {
  const fields = allowedFields(dataset, principal).map(({ name, type }) => ({
    name,
    type,
    description: describe(dataset, name),
  }));
  const { name, description, key } = dataset;
  return { name, description, key, subject: subjectField(dataset), fields };
}

/** The gateway's enums say the same; a subgraph takes nobody's word. */
function checkFormat({ format, compression }: ExportRequest): void {
  if (!EXPORT_FORMATS.includes(format)) {
    throw badInput(`format: ${JSON.stringify(format)} is none; it must be one of ${EXPORT_FORMATS.join(', ')}.`);
  }
  if (compression && !EXPORT_COMPRESSIONS.includes(compression)) {
    throw badInput(
      `compression: ${JSON.stringify(compression)} is none; it must be one of ${EXPORT_COMPRESSIONS.join(', ')}.`,
    );
  }
}
