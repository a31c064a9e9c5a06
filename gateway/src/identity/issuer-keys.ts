import { type Logger, messageOf } from '@thads/shared';
import { type JWTVerifyGetKey, createRemoteJWKSet, errors } from 'jose';

/** The issuer's keys cannot be fetched, so that nothing can be said of a token. */
export class KeysUnavailable extends Error {}

/** Within this time an issuer's keys are fetched once, however many tokens name a key that is not among them. */
const COOL_DOWN_MS = 30_000;
const ANSWER_WITHIN_MS = 3_000;
/** How long the last keys are taken while the issuer does not answer. */
const WITHOUT_ISSUER_MS = 24 * 3_600_000;

/**
 * Public keys from the issuer's address. A key that is not known yet is looked for there. Keys older than `maxAgeMs` are
 * fetched anew before they are used; while that fails, the last ones go on serving.
 */
export function issuerKeys(jwksUrl: string, maxAgeMs: number, logger: Logger): JWTVerifyGetKey {
  const coolDownMs = Math.min(COOL_DOWN_MS, maxAgeMs);
  const keys = createRemoteJWKSet(new URL(jwksUrl), {
    cooldownDuration: coolDownMs,
    timeoutDuration: ANSWER_WITHIN_MS,
    cacheMaxAge: Math.max(WITHOUT_ISSUER_MS, maxAgeMs),
  });
  let goodUntil = 0;
  let renewing: Promise<void> | undefined;
  const renew = async (): Promise<void> => {
    try {
      await keys.reload();
      goodUntil = Date.now() + maxAgeMs;
    } catch (error) {
      logger.warn({ err: error }, 'the keys of the issuer of tokens cannot be fetched');
      goodUntil = Date.now() + coolDownMs;
    } finally {
      renewing = undefined;
    }
  };
  return async (header, token) => {
    if (Date.now() >= goodUntil) await (renewing ??= renew());
    try {
      return await keys(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      throw new KeysUnavailable(messageOf(error));
    }
  };
}
