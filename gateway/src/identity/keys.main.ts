/** `npm run --silent keys >> .env`: prints a fresh pair of keys by which subgraphs know their gateway. */
import { generateKeyPairSync } from 'node:crypto';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
// Quoted, so that neither a shell nor Compose looks into the JSON.
process.stdout.write(`STATEMENT_PRIVATE_KEY='${JSON.stringify(privateKey.export({ format: 'jwk' }))}'\n`);
process.stdout.write(`STATEMENT_PUBLIC_KEY='${JSON.stringify(publicKey.export({ format: 'jwk' }))}'\n`);
