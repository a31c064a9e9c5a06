import { type CryptoKey, type JWK, SignJWT, importJWK, jwtVerify } from 'jose';
import type { RequestHead } from './request-head';

/** The header in which a gateway tells a subgraph for whom it asks. */
export const STATEMENT_HEADER = 'x-thads-statement';

const ALGORITHM = 'EdDSA';
const ISSUER = 'thads-gateway';
const AUDIENCE = 'thads-subgraph';
/** By how much the clocks of gateway and subgraph may differ. */
const CLOCKS_DIFFER_BY = '5s';

export type StatementKey = CryptoKey | Uint8Array;

/** Errors: when the text is no Ed25519 key as JWK. */
export async function statementKey(jwk: string): Promise<StatementKey> {
  const key = JSON.parse(jwk) as JWK;
  if (key.kty !== 'OKP' || key.crv !== 'Ed25519') throw new TypeError('the key is not an Ed25519 key as JWK');
  return importJWK(key, ALGORITHM);
}

/** By the private key, which the gateway alone has. Whoever overhears a statement can use it no longer than its request. */
export function signStatement(key: StatementKey, head: RequestHead): Promise<string> {
  return new SignJWT({ head })
    .setProtectedHeader({ alg: ALGORITHM })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(new Date(head.deadlineAt))
    .sign(key);
}

/** By the public key. Rejects for a statement that the gateway has not made, or of a request whose time is over. */
export async function verifiedHead(key: StatementKey, statement: string): Promise<RequestHead> {
  const { payload } = await jwtVerify<{ head: RequestHead }>(statement, key, {
    algorithms: [ALGORITHM],
    issuer: ISSUER,
    audience: AUDIENCE,
    clockTolerance: CLOCKS_DIFFER_BY,
    requiredClaims: ['exp', 'iat', 'head'],
  });
  return payload.head;
}
