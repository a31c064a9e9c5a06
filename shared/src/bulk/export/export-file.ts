import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { type Duplex, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What has been written of a file; the hash in hexadecimal digits. */
export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** Hashes and counts what comes through. */
class Meter extends Transform {
  private readonly hash = createHash('sha256');
  private bytes = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    done(null, chunk);
  }

  written(): WrittenFile {
    return { bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}

/** Writes a new file of whatever is read, as fast as it is read. Whether it is on the disk `sync` tells. */
export async function writeStream(
  file: string,
  source: Readable,
  { through = [], signal }: { readonly through?: readonly Duplex[]; readonly signal: AbortSignal },
): Promise<WrittenFile> {
  const meter = new Meter();
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  await pipeline([source, ...through, meter, target], { signal });
  return meter.written();
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
