import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { EnvironmentReader } from '../config/environment';

const MEANINGS = {
  STATEMENT_PRIVATE_KEY: 'the private key by which subgraphs know their gateway',
  STATEMENT_PUBLIC_KEY: 'the public key that belongs to the gateway’s STATEMENT_PRIVATE_KEY',
} as const;

/** The text of a key for `statementKey`. A subgraph is not given the private one: whoever has it can speak for everybody. */
export function readStatementKey(settings: EnvironmentReader, name: keyof typeof MEANINGS): string {
  const text = settings.requiredText(name, `${MEANINGS[name]}; "npm run --silent keys" makes a pair`);
  const kind = name === 'STATEMENT_PRIVATE_KEY' ? 'private' : 'public';
  if (text !== '' && kindOf(text) !== kind) {
    settings.faults.push(`${name} is no ${kind} Ed25519 key as JWK; "npm run --silent keys" makes a pair.`);
  }
  return text;
}

function kindOf(text: string): 'private' | 'public' | null {
  try {
    const key = JSON.parse(text);
    const kind = 'd' in key ? 'private' : 'public';
    const create = kind === 'private' ? createPrivateKey : createPublicKey;
    return create({ key, format: 'jwk' }).asymmetricKeyType === 'ed25519' ? kind : null;
  } catch {
    return null;
  }
}
