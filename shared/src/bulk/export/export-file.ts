import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { Duplex } from 'node:stream';

/** What has been written of a file; the hash in hexadecimal digits. */
export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
}

export interface WriteOptions {
  readonly signal: AbortSignal;
  /** Is waited for between two chunks. */
  readonly courtesy: () => Promise<void>;
}

/**
 * Writes a new file of whatever is read. The next is asked for when the last is written, so that it may be in the same
 * memory, and when `courtesy` lets it. Whether the file is on the disk `sync` tells. Rejects with what `signal` was aborted with.
 */
export async function writeChunks(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  { signal, courtesy }: WriteOptions,
): Promise<WrittenFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const chunk of chunks) {
      signal.throwIfAborted();
      hash.update(chunk);
      for (let at = 0; at < chunk.length;) at += (await handle.write(chunk, at)).bytesWritten;
      bytes += chunk.length;
      await courtesy();
    }
  } finally {
    await handle.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** What a compressor makes of chunks, each of which it is done with before the next is asked for. */
export async function* compressed(chunks: AsyncIterable<Uint8Array>, compressor: Duplex): AsyncGenerator<Uint8Array> {
  const given = (async () => {
    for await (const chunk of chunks) {
      await new Promise<void>((resolve, reject) =>
        compressor.write(chunk, (error) => (error ? reject(error) : resolve())),
      );
    }
    compressor.end();
  })();
  given.catch((error: Error) => compressor.destroy(error));
  yield* compressor;
  await given;
}

/** Writes a new file; it is on the disk when this resolves. */
export async function writeBytes(file: string, bytes: Buffer): Promise<WrittenFile> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** A file, or the names in a folder, are on the disk when this resolves. */
export async function sync(place: string): Promise<void> {
  const handle = await open(path.resolve(place), 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
