import { CLAIMS, OperatorError, type PrincipalClaims, keptSecret, messageOf, prepareDataDir } from '@thads/shared';
import { type JWK, type JWTVerifyGetKey, SignJWT, calculateJwkThumbprint, createLocalJWKSet, importJWK } from 'jose';
import { generateKeyPairSync } from 'node:crypto';
import path from 'node:path';

export interface IssuedToken {
  /** Its claim `sub`. */
  readonly name: string;
  readonly claims: PrincipalClaims;
  readonly hours: number;
}

/** Issues tokens for development, signed with a key of the data folder that is made when it is first needed. */
export interface DevelopmentIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
  issue(token: IssuedToken): Promise<string>;
}

const ISSUER = 'thads-development';
const AUDIENCE = 'thads-graph';
const ALGORITHM = 'EdDSA';

/** Errors: `OperatorError` when the folder or the key in it cannot be used. */
export async function openDevelopmentIssuer(dataDir: string): Promise<DevelopmentIssuer> {
  const file = path.join(await prepareDataDir(dataDir), 'development-issuer.json');
  try {
    const jwk = JSON.parse(await keptSecret(file, newKey)) as JWK;
    const privateKey = await importJWK(jwk, ALGORITHM);
    const { kty, crv, x } = jwk;
    const kid = await calculateJwkThumbprint(jwk);
    return {
      issuer: ISSUER,
      audience: AUDIENCE,
      keys: createLocalJWKSet({ keys: [{ kty, crv, x, kid }] as JWK[] }),
      issue: ({ name, claims, hours }) =>
        new SignJWT(named(claims))
          .setProtectedHeader({ alg: ALGORITHM, kid })
          .setIssuer(ISSUER)
          .setAudience(AUDIENCE)
          .setSubject(name)
          .setIssuedAt()
          .setExpirationTime(`${hours}h`)
          .sign(privateKey),
    };
  } catch (error) {
    throw new OperatorError(
      `The key of the development issuer cannot be used (${file}: ${messageOf(error)}). Make the file readable, or remove it: a new key is made then, and tokens of the old one are worth nothing.`,
    );
  }
}

function newKey(): string {
  return JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }));
}

function named(claims: PrincipalClaims): Record<string, string | undefined> {
  return {
    [CLAIMS.role]: claims.role,
    [CLAIMS.province]: claims.province,
    [CLAIMS.office]: claims.office,
    [CLAIMS.officer]: claims.officer,
  };
}
