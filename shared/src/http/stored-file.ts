import type { Response } from 'express';
import path from 'node:path';
import type { MissingFile, StoredFile } from '../bulk/export/exports';
import { RequestRefused } from './request-refused';

/** Sends a file of an export, or the range of it that was asked for. Errors: `RequestRefused` where there is none. */
export async function sendStoredFile(response: Response, file: StoredFile | MissingFile, name: string): Promise<void> {
  if (file === 'UNKNOWN') throw new RequestRefused(404, 'NOT_FOUND', 'There is no such file of an export.');
  if (file === 'REMOVED') throw removed();
  response.set({
    etag: `"${file.sha256}"`,
    'content-type': file.contentType,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
  });
  const options = { root: path.dirname(file.path), cacheControl: false, etag: false, lastModified: false };
  await new Promise<void>((resolve, reject) => {
    response.sendFile(path.basename(file.path), options, (error?: Error & { status?: number; code?: string }) => {
      if (!error || error.code === 'ECONNABORTED' || error.code === 'EPIPE') return resolve();
      for (const header of ['etag', 'content-type', 'content-disposition']) response.removeHeader(header);
      if (error.status === 416) reject(outside(file.bytes));
      else reject(error.status === 404 ? removed() : error);
    });
  });
}

function removed(): RequestRefused {
  return new RequestRefused(410, 'NOT_FOUND', 'The files of this export have been removed; start a new one.');
}

function outside(bytes: number): RequestRefused {
  return new RequestRefused(416, 'BAD_USER_INPUT', `The range is outside the file, which has ${bytes} bytes.`, {
    'content-range': `bytes */${bytes}`,
  });
}
