import type { DatasetDefinition } from '../dataset';
import type { ExportedFile } from './export';
import type { ExportKey } from './export-key';
import type { ExportPlan, ExportSnapshot } from './export-run';
import type { ExportJob } from './export-store';

/** What a reader of the files needs to know of them, and to check that they are all there and unchanged. */
export function manifestOf(
  { id, head, request, requestedAt }: ExportJob,
  { schema, dataset, fields, format, compression }: ExportPlan,
  made: {
    readonly snapshot: ExportSnapshot;
    readonly files: readonly ExportedFile[];
    readonly key: ExportKey;
    readonly describe: (dataset: DatasetDefinition, field: string) => string;
  },
): object {
  const { snapshot, files, key, describe } = made;
  return {
    manifest: 'thads-export/1',
    id,
    register: schema,
    dataset: dataset.name,
    description: dataset.description,
    requested: {
      at: requestedAt,
      by: head.principal.name,
      role: head.principal.role,
      input: request,
    },
    ...snapshot,
    finishedAt: new Date().toISOString(),
    format,
    compression,
    key: dataset.key,
    fields: fields.map(({ name, type, masked }) => ({ name, type, masked, description: describe(dataset, name) })),
    rows: files.reduce((sum, { rows }) => sum + rows, 0),
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    files,
    signedWith: key.publicKey.kid,
  };
}
