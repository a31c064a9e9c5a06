import { OperatorError } from '@thads/shared';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** One manifest for each client: the texts of its operations by their SHA-256, in hexadecimal digits. */
export const TRUSTED_DOCUMENTS_FOLDER = path.resolve(__dirname, '..', '..', 'trusted-documents');

export type Manifest = Readonly<Record<string, string>>;

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** All clients' operations by hash. Errors: `OperatorError` that names a manifest with a text of another hash. */
export function readTrustedDocuments(folder: string = TRUSTED_DOCUMENTS_FOLDER): ReadonlyMap<string, string> {
  const documents = new Map<string, string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const manifest = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Manifest;
    for (const [hash, text] of Object.entries(manifest)) {
      if (hashOf(text) !== hash) {
        throw new OperatorError(
          `The manifest ${file} has another text under ${hash} than it was made with. Run "npm run gen:trusted".`,
        );
      }
      documents.set(hash, text);
    }
  }
  return documents;
}
