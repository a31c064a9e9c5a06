/**
 * `npm run --silent keys >> .env`: prints a fresh pair of keys by which subgraphs know their gateway, and the key that
 * manifests of exports are signed with.
 */
import { type KeyObject, generateKeyPairSync } from 'node:crypto';

// Quoted, so that neither a shell nor Compose looks into the JSON.
const say = (name: string, key: KeyObject): void =>
  void process.stdout.write(`${name}='${JSON.stringify(key.export({ format: 'jwk' }))}'\n`);

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
say('STATEMENT_PRIVATE_KEY', privateKey);
say('STATEMENT_PUBLIC_KEY', publicKey);
say('EXPORT_SIGNING_KEY', generateKeyPairSync('ed25519').privateKey);
