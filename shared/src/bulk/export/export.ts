import type { IsoDate } from '../../calendar/date';

export const EXPORT_FORMATS = ['JSON_LINES', 'CSV', 'PARQUET'] as const;
export type ExportFormatName = (typeof EXPORT_FORMATS)[number];
export const EXPORT_COMPRESSIONS = ['NONE', 'GZIP', 'ZSTD'] as const;
export type ExportCompressionName = (typeof EXPORT_COMPRESSIONS)[number];
export type ExportStatusName = 'QUEUED' | 'RUNNING' | 'FINISHED' | 'FAILED' | 'CANCELLED';

/** Which rows are asked for; all given conditions hold. */
export interface ExportConditions {
  readonly provinces?: readonly string[] | null;
  readonly office?: string | null;
  readonly lastEventFrom?: IsoDate | null;
  readonly lastEventThrough?: IsoDate | null;
}

/** What is asked for. */
export interface ExportRequest {
  readonly dataset: string;
  readonly filter?: ExportConditions | null;
  readonly fields?: readonly string[] | null;
  readonly format: ExportFormatName;
  readonly compression?: ExportCompressionName | null;
}

/** A file of an export; the hash in hexadecimal digits, over the bytes as they are downloaded. */
export interface ExportedFile {
  readonly name: string;
  /** Of 2025; null: of the central department, or the manifest. */
  readonly province: string | null;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** An export as it goes from the subgraph that makes it to the gateway, as JSON. Moments as ISO 8601. */
export interface ExportState {
  readonly id: string;
  readonly dataset: string;
  readonly status: ExportStatusName;
  readonly format: ExportFormatName;
  readonly compression: ExportCompressionName;
  readonly fields: readonly string[];
  readonly requestedAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly snapshotId: string | null;
  readonly dataVersion: string | null;
  readonly cursor: string | null;
  readonly rows: number | null;
  readonly bytes: number | null;
  /** Empty until it is finished, and again when they were removed. */
  readonly files: readonly ExportedFile[];
  readonly manifest: ExportedFile | null;
  /** Ed25519 over the bytes of the manifest, in base64url. */
  readonly manifestSignature: string | null;
  /** When its files are removed, or were; null until it is finished. */
  readonly filesUntil: string | null;
  readonly error: { readonly code: string; readonly message: string } | null;
  /** 1: the next one; null: not waiting. */
  readonly queuePosition: number | null;
}

/** Of a dataset, for those who want to know what there is. */
export interface DatasetState {
  readonly name: string;
  readonly description: string;
  readonly key: readonly string[];
  /** The field that names the subject whose events change the row; null: rows are sums. */
  readonly subject: string | null;
  readonly fields: readonly { readonly name: string; readonly type: string; readonly description: string }[];
}

/** `cases-5f0c…`: the register that an export is of stands in its id. */
export function registerOfExport(id: string): string | null {
  return /^([a-z]+)-[0-9a-f-]{36}$/.exec(id)?.[1] ?? null;
}
