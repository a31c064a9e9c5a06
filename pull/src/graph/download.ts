import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, rmSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { pipeline } from 'node:stream/promises';
import { EXIT, PullFailure, messageOf } from '../failure';
import { flush, moveInto } from '../state/durable';
import type { ExportFile } from './contract';
import { isPassingStatus, retryAfterMs } from './graph';
import { PassingFailure, type Patience, withPatience } from './retries';

export interface DownloadOptions {
  /** Where files are kept until they are in the target. */
  readonly folder: string;
  /** Its whole address, asked anew for each try: links expire. */
  readonly link: () => Promise<string>;
  readonly patience: Patience;
  /** Told of each part that came in. */
  readonly onBytes?: (bytes: number) => void;
}

/** Nothing comes in for this long: the connection is taken to be broken. */
const SILENT_FOR_MS = 60_000;

/**
 * A file of an export, whole and as it was made. What was begun is resumed where it ended, also by a later run, and a
 * file that is there already is not fetched again. It has its name only when its checksum is right.
 *
 * Errors: `PullFailure` (NOT_GENUINE) when it is not what the graph says, fetched twice from the start.
 */
export async function download(file: ExportFile, options: DownloadOptions): Promise<string> {
  const whole = path.join(options.folder, path.basename(file.name));
  if (existsSync(whole)) return whole;
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const part = `${whole}.part`;
  for (let nth = 1; ; nth += 1) {
    await withPatience(`Downloading ${file.name}`, options.patience, () => fetchRest(file, part, options));
    const sha256 = await checksum(part);
    if (sha256 === file.sha256) break;
    rmSync(part);
    if (nth === 2) {
      throw new PullFailure(
        EXIT.NOT_GENUINE,
        `${file.name} is not what the graph says: its SHA-256 is ${sha256}, it must be ${file.sha256}. It was fetched twice; something between here and the graph changes what it carries.`,
      );
    }
  }
  await flush(part);
  await moveInto(part, whole);
  return whole;
}

async function fetchRest(file: ExportFile, part: string, { link, patience, onBytes }: DownloadOptions): Promise<void> {
  const found = existsSync(part) ? statSync(part).size : 0;
  if (found === file.bytes && found > 0) return;
  // Longer than it can be, it is not the beginning of this file.
  const there = found > file.bytes ? 0 : found;
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), SILENT_FOR_MS);
  try {
    const response = await fetch(await link(), {
      headers: there > 0 ? { range: `bytes=${there}-`, 'if-range': `"${file.sha256}"` } : {},
      signal: AbortSignal.any([silence.signal, patience.interrupted]),
    });
    await refuseFailures(file.name, response);
    const isRest = response.status === 206;
    if (there > 0) onBytes?.(isRest ? 0 : -there);
    await pipeline(
      Readable.fromWeb((response.body ?? new Blob([]).stream()) as ReadableStream),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          timer.refresh();
          onBytes?.(chunk.length);
          yield chunk;
        }
      },
      createWriteStream(part, { flags: isRest ? 'a' : 'w', mode: 0o600 }),
    );
  } catch (error) {
    if (error instanceof PassingFailure || error instanceof PullFailure) throw error;
    throw isOfDisk(error)
      ? notWritten(part, error)
      : new PassingFailure(`the download broke off (${messageOf(error)}).`);
  } finally {
    clearTimeout(timer);
  }
  const size = statSync(part).size;
  if (size < file.bytes) throw new PassingFailure(`${size} of ${file.bytes} bytes came in.`);
}

async function refuseFailures(name: string, response: Response): Promise<void> {
  if (response.ok) return;
  const { status, headers } = response;
  const said = await response.text().catch(() => '');
  if (isPassingStatus(status)) {
    throw new PassingFailure(`HTTP status ${status}.`, retryAfterMs(headers));
  }
  const exitCode = status === 401 || status === 403 ? EXIT.NOT_ALLOWED : EXIT.FAILED;
  throw new PullFailure(exitCode, `Downloading ${name}: HTTP status ${status}. ${said.slice(0, 500)}`);
}

export async function checksum(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

function isOfDisk(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EACCES' || code === 'EROFS' || code === 'EDQUOT';
}

function notWritten(file: string, error: unknown): PullFailure {
  return new PullFailure(EXIT.NOT_WRITTEN, `${file} cannot be written: ${messageOf(error)}`);
}
