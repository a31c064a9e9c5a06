/** What is asked of the graph, in its words: docs/bulk-export.md and docs/change-feed.md describe it. */

export type FieldType = 'ID' | 'TEXT' | 'INT' | 'VND' | 'DATE' | 'TIMESTAMP' | 'BOOLEAN' | 'TEXT_LIST';

export interface Field {
  readonly name: string;
  readonly type: FieldType;
}

export interface Dataset {
  /** As in the graph's enum, e.g. CASES. */
  readonly name: string;
  /** The fields by which a row is known. */
  readonly key: readonly string[];
  /** The field that names whose changes change the row; null for sums, which have no feed. */
  readonly subject: string | null;
  /** Those that the caller may have. */
  readonly fields: readonly Field[];
}

export type ExportFormat = 'JSON_LINES' | 'CSV' | 'PARQUET';

export interface ExportInput {
  readonly dataset: string;
  readonly format: ExportFormat;
  readonly compression?: 'NONE' | 'GZIP';
  readonly filter?: { readonly provinces?: readonly string[]; readonly lastEventFrom?: string };
}

export interface ExportFile {
  readonly name: string;
  /** Of the 34; null for a file that is of none. */
  readonly province: string | null;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  /** A path at the address of the graph. */
  readonly url: string;
  readonly expiresAt: string;
}

export interface Export {
  readonly id: string;
  readonly status: 'QUEUED' | 'RUNNING' | 'FINISHED' | 'FAILED' | 'CANCELLED';
  readonly rows: number | null;
  /** Where the change feed goes on after this export. */
  readonly cursor: string | null;
  readonly files: readonly ExportFile[];
  readonly manifest: ExportFile | null;
  /** Ed25519 over the bytes of the manifest, in base64url. */
  readonly manifestSignature: string | null;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly queuePosition: number | null;
}

export interface Change {
  readonly subject: string;
  /** Lines of JSON: all rows that the dataset has of the subject now, none when it is gone. */
  readonly rows: readonly string[];
}

export interface Changes {
  readonly nodes: readonly Change[];
  /** From here to go on, also when nothing on the page concerns the caller. */
  readonly endCursor: string;
  readonly hasMore: boolean;
}

const FILE = 'name province rows bytes sha256 url expiresAt';
const EXPORT = `id status rows cursor files { ${FILE} } manifest { ${FILE} } manifestSignature error { code message } queuePosition`;

/** One of the 34, and those that it was made of. */
export interface Province {
  readonly id: string;
  readonly predecessors: readonly { readonly id: string }[];
}

export const PROVINCES = 'query PullProvinces { provinces { id predecessors { id } } }';
export const DATASETS = 'query PullDatasets { datasets { name key subject fields { name type } } }';
export const START_EXPORT = `mutation PullStart($input: ExportInput!) { startExport(input: $input) { ${EXPORT} } }`;
export const READ_EXPORT = `query PullExport($id: ID!) { export(id: $id) { ${EXPORT} } }`;
export const CHANGES = `query PullChanges($dataset: Dataset!, $after: String, $first: Int, $provinces: [ID!]) {
  changes(dataset: $dataset, after: $after, first: $first, provinces: $provinces) { nodes { subject rows } endCursor hasMore }
}`;
