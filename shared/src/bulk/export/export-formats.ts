import zlib from 'node:zlib';
import type { Duplex } from 'node:stream';
import { badInput } from '../../errors';
import type { ExportCompressionName, ExportFormatName } from './export';

const EXTENSIONS: Readonly<Record<ExportFormatName, string>> = { JSON_LINES: 'jsonl', CSV: 'csv', PARQUET: 'parquet' };
const COMPRESSED: Readonly<Record<ExportCompressionName, string>> = { NONE: '', GZIP: '.gz', ZSTD: '.zst' };

/** What a file is, as HTTP calls it. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  jsonl: 'application/jsonl; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  parquet: 'application/vnd.apache.parquet',
  json: 'application/json; charset=utf-8',
  gz: 'application/gzip',
  zst: 'application/zstd',
};

export function fileName(stem: string, format: ExportFormatName, compression: ExportCompressionName): string {
  return `${stem}.${EXTENSIONS[format]}${COMPRESSED[compression]}`;
}

export function contentTypeOf(name: string): string {
  return CONTENT_TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

/** Errors: `BAD_USER_INPUT` where the format has a compression of its own, or this server has none of that kind. */
export function checkCompression(
  format: ExportFormatName,
  compression: ExportCompressionName | null | undefined,
): ExportCompressionName {
  const asked = compression ?? 'NONE';
  if (format === 'PARQUET' && asked !== 'NONE') {
    throw badInput('compression: PARQUET is compressed by itself; leave compression out.');
  }
  if (asked === 'ZSTD' && !('createZstdCompress' in zlib)) {
    throw badInput('compression: this server cannot write ZSTD; use GZIP or NONE.');
  }
  return asked;
}

/** Compresses what comes through; null: nothing has to be done. Gzip at a level that keeps up with the disk. */
export function compressor(compression: ExportCompressionName): Duplex | null {
  if (compression === 'GZIP') return zlib.createGzip({ level: 4 });
  return compression === 'ZSTD' ? zlib.createZstdCompress() : null;
}
