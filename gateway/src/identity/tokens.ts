import { CLAIMS, ClaimsError, type Logger, type Principal, type PrincipalClaims, principalOf } from '@thads/shared';
import { type JWTPayload, errors, jwtVerify } from 'jose';
import { openDevelopmentIssuer } from './development-issuer';
import { KeysUnavailable, issuerKeys } from './issuer-keys';
import type { IssuerSettings } from './issuer.settings';

/** Errors: `TokenError` that says what is wrong with the token; `KeysUnavailable` when that cannot be told now. */
export type ReadToken = (token: string) => Promise<Principal>;

/** What is wrong with a token, for whoever sent it. */
export class TokenError extends Error {}

/** Asymmetric ones alone: whoever knows a public key can check tokens, and make none. */
const ALGORITHMS = [
  'EdDSA',
  'Ed25519',
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'RS384',
  'RS512',
];
/** By how much the clocks of issuer and gateway may differ. */
const CLOCKS_DIFFER_BY = '10s';
/** It goes into the journal. */
const SUBJECT = /^\P{C}{1,200}$/u;

/** Reads tokens of one issuer. Errors: `OperatorError` when the development issuer's key cannot be used. */
export async function tokenReader(settings: IssuerSettings, logger: Logger): Promise<ReadToken> {
  const { issuer, audience, keys } =
    settings.kind === 'OIDC'
      ? { ...settings, keys: issuerKeys(settings.jwksUrl, settings.keysMaxAgeMs, logger) }
      : await openDevelopmentIssuer(settings.dataDir);
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCKS_DIFFER_BY,
        requiredClaims: ['exp', 'sub'],
      });
      return principalOf(subjectOf(payload), claimsOf(payload));
    } catch (error) {
      if (error instanceof KeysUnavailable) throw error;
      throw new TokenError(faultOf(error, { issuer, audience }));
    }
  };
}

function subjectOf({ sub }: JWTPayload): string {
  if (typeof sub === 'string' && SUBJECT.test(sub)) return sub;
  throw new ClaimsError('sub: it must be a text of 1 to 200 characters without control characters');
}

function claimsOf(payload: JWTPayload): PrincipalClaims {
  const claims: Record<string, string | undefined> = {};
  for (const [name, claim] of Object.entries(CLAIMS)) {
    const value = payload[claim] ?? undefined;
    if (value !== undefined && typeof value !== 'string') throw new ClaimsError(`${claim}: it must be a text`);
    claims[name] = value;
  }
  const { role, ...others } = claims;
  if (role === undefined) throw new ClaimsError(`${CLAIMS.role}: it is missing`);
  return { role, ...others };
}

function faultOf(error: unknown, right: { readonly issuer: string; readonly audience: string }): string {
  if (error instanceof ClaimsError) return error.message;
  if (error instanceof errors.JWTExpired) return 'it has expired';
  if (error instanceof errors.JWTClaimValidationFailed) return claimFault(error, right);
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return `its algorithm (alg) is not taken; it must be one of ${ALGORITHMS.join(', ')}`;
  }
  if (error instanceof errors.JWKSNoMatchingKey) return 'its key (kid, alg) is not one that the issuer publishes';
  if (error instanceof errors.JWKSMultipleMatchingKeys) return 'it does not say which key it is signed with (kid)';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'its signature is not that of the issuer';
  return 'it is not a signed JWT';
}

function claimFault(
  { claim, reason }: errors.JWTClaimValidationFailed,
  { issuer, audience }: { readonly issuer: string; readonly audience: string },
): string {
  if (reason === 'missing') return `${claim}: it is missing`;
  if (claim === 'iss') return `its issuer (iss) must be ${JSON.stringify(issuer)}`;
  if (claim === 'aud') return `its audience (aud) must be ${JSON.stringify(audience)}`;
  if (claim === 'nbf') return 'it is not valid yet (nbf)';
  return `${claim}: it is not as it must be`;
}
