import { type CryptoKey, type JWK, SignJWT, importJWK, jwtVerify } from 'jose';
import type { RequestHead } from './request-head';

/** The header in which a gateway tells a subgraph for whom it asks. */
export const STATEMENT_HEADER = 'x-thads-statement';

const ALGORITHM = 'EdDSA';
const ISSUER = 'thads-gateway';
const AUDIENCE = 'thads-subgraph';
/** A statement is of one request, which is answered or given up long before. Seconds. */
const VALID_FOR_S = 60;

export type StatementKey = CryptoKey | Uint8Array;

/** Errors: when the text is no Ed25519 key as JWK. */
export async function statementKey(jwk: string): Promise<StatementKey> {
  const key = JSON.parse(jwk) as JWK;
  if (key.kty !== 'OKP' || key.crv !== 'Ed25519') throw new TypeError('the key is not an Ed25519 key as JWK');
  return importJWK(key, ALGORITHM);
}

/** By the private key, which the gateway alone has. */
export function signStatement(key: StatementKey, head: RequestHead): Promise<string> {
  return new SignJWT({ head })
    .setProtectedHeader({ alg: ALGORITHM })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(`${VALID_FOR_S}s`)
    .sign(key);
}

/** By the public key. Rejects for a statement that the gateway has not made, or made too long ago. */
export async function verifiedHead(key: StatementKey, statement: string): Promise<RequestHead> {
  const { payload } = await jwtVerify<{ head: RequestHead }>(statement, key, {
    algorithms: [ALGORITHM],
    issuer: ISSUER,
    audience: AUDIENCE,
    requiredClaims: ['exp', 'iat', 'head'],
  });
  return payload.head;
}
