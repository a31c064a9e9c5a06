import { type JWK, calculateJwkThumbprint } from 'jose';
import { type KeyObject, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { keptSecret } from '../../config/kept-secret';
import type { ExportSettings } from './export-settings';

/** With which manifests are signed. */
export interface ExportKey {
  /** As JWK, with its id. */
  readonly publicKey: JWK;
  /** Ed25519 over the bytes, in base64url. */
  sign(bytes: Buffer): string;
}

/** What is wrong with the text of a key; null: nothing. */
export function signingKeyFault(text: string): string | null {
  try {
    return readKey(text).asymmetricKeyType === 'ed25519' ? null : 'is no Ed25519 key';
  } catch {
    return 'is no private Ed25519 key as JWK';
  }
}

/** The operator's key, or the one in the folder, which is made when it is first needed. */
export async function openExportKey({ folder, signingKey }: ExportSettings): Promise<ExportKey> {
  const privateKey = readKey(signingKey ?? (await keptKey(folder)));
  const jwk = createPublicKey(privateKey).export({ format: 'jwk' }) as JWK;
  return {
    publicKey: { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'EdDSA', use: 'sig' },
    sign: (bytes) => sign(null, bytes, privateKey).toString('base64url'),
  };
}

function readKey(text: string): KeyObject {
  return createPrivateKey({ key: JSON.parse(text), format: 'jwk' });
}

async function keptKey(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return keptSecret(path.join(folder, 'signing-key.json'), () =>
    JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })),
  );
}
