import { createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { EXIT, PullFailure } from '../failure';
import type { Export } from './contract';
import type { Graph } from './graph';

interface Manifest {
  readonly id: string;
  readonly files: readonly { readonly name: string; readonly rows: number; readonly sha256: string }[];
}

/**
 * Whether what an export's manifest says of its files is what the graph says, and whether the graph's key signed it: the
 * key in PEM that was given, else the one that the graph serves. Errors: `PullFailure` (NOT_GENUINE).
 */
export function manifestCheck(graph: Graph, publicKey: string | null): (done: Export, file: string) => Promise<void> {
  return async (done, file) => {
    const bytes = await readFile(file);
    const key = createPublicKey(publicKey ?? (await graph.manifestKey()));
    if (!verify(null, bytes, key, Buffer.from(done.manifestSignature ?? '', 'base64url'))) {
      throw notGenuine(
        done,
        `its signature is not that of ${publicKey === null ? 'the key that the graph serves' : '--public-key'}`,
      );
    }
    const said = (JSON.parse(bytes.toString('utf8')) as Manifest).files;
    for (const { name, rows, sha256 } of done.files) {
      const found = said.find((one) => one.name === name);
      if (found?.rows !== rows || found.sha256 !== sha256) throw notGenuine(done, `it says something else of ${name}`);
    }
    if (said.length !== done.files.length) throw notGenuine(done, 'it names other files');
  };
}

function notGenuine({ id }: Export, fault: string): PullFailure {
  return new PullFailure(EXIT.NOT_GENUINE, `The manifest of export ${id} does not vouch for its files: ${fault}.`);
}
