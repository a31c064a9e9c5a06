import { type JsonWebKey, createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { EXIT, PullFailure } from '../failure';
import type { Export } from './contract';

/** As the graph serves them at /exports/keys.json. */
export interface ManifestKeys {
  readonly keys: readonly (JsonWebKey & { readonly kid: string })[];
}

interface Manifest {
  readonly id: string;
  readonly cursor: string | null;
  readonly signedWith: string;
  readonly files: readonly { readonly name: string; readonly rows: number; readonly sha256: string }[];
}

/**
 * Whether the manifest in a file is of the export, vouches for its files as the graph names them, and is signed with one
 * of the keys. Errors: `PullFailure` (NOT_GENUINE).
 */
export async function checkManifest(done: Export, file: string, { keys }: ManifestKeys): Promise<void> {
  const bytes = await readFile(file);
  const manifest = parsed(done, bytes);
  const key = keys.find(({ kid }) => kid === manifest.signedWith);
  if (!key) throw notGenuine(done, `it is signed with the key ${manifest.signedWith}, which is not among those known`);
  const signature = Buffer.from(done.manifestSignature ?? '', 'base64url');
  if (!verify(null, bytes, createPublicKey({ key, format: 'jwk' }), signature)) {
    throw notGenuine(done, 'its signature is not that of its bytes');
  }
  if (manifest.id !== done.id || manifest.cursor !== done.cursor) throw notGenuine(done, 'it is of another export');
  if (manifest.files.length !== done.files.length) throw notGenuine(done, 'it names other files');
  for (const { name, rows, sha256 } of done.files) {
    const said = manifest.files.find((one) => one.name === name);
    if (said?.rows !== rows || said.sha256 !== sha256) throw notGenuine(done, `it says something else of ${name}`);
  }
}

function parsed(done: Export, bytes: Buffer): Manifest {
  try {
    return JSON.parse(bytes.toString('utf8')) as Manifest;
  } catch {
    throw notGenuine(done, 'it is not JSON');
  }
}

function notGenuine({ id }: Export, fault: string): PullFailure {
  return new PullFailure(EXIT.NOT_GENUINE, `The manifest of export ${id} does not vouch for its files: ${fault}.`);
}
