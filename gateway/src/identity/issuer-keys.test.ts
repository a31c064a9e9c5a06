import { type Logger, createLogger } from '@thads/shared';
import { type JWTVerifyGetKey, errors, jwtVerify } from 'jose';
import { KeysUnavailable, issuerKeys } from './issuer-keys';
import { TestIssuer } from './issuer.testkit';

const TEN_MINUTES = 600_000;
const HOUR = 3_600_000;
const logger: Logger = createLogger('test', 'silent');

describe('the keys of an issuer', () => {
  let issuer: TestIssuer;
  let keys: JWTVerifyGetKey;
  beforeEach(async () => {
    // The clock alone: sockets go on.
    jest.useFakeTimers({
      now: Date.now(),
      doNotFake: [
        'nextTick',
        'queueMicrotask',
        'setImmediate',
        'setTimeout',
        'setInterval',
        'clearTimeout',
        'clearInterval',
        'clearImmediate',
        'performance',
        'hrtime',
      ],
    });
    issuer = await TestIssuer.start();
    keys = issuerKeys(issuer.jwksUrl, TEN_MINUTES, logger);
  });
  afterEach(async () => {
    jest.useRealTimers();
    await issuer.stop();
  });

  const pass = (milliseconds: number): void => void jest.setSystemTime(Date.now() + milliseconds);
  const token = (): Promise<string> => issuer.token({ role: 'AUDITOR' }, { expiresIn: 48 * 3_600 });
  const check = (one: string): Promise<unknown> => jwtVerify(one, keys);

  it('are fetched once for many tokens', async () => {
    const one = await token();
    await Promise.all(Array.from({ length: 20 }, () => check(one)));
    await check(one);
    expect(issuer.asked).toBe(1);
  });

  it('a new key is found without a restart', async () => {
    const old = await token();
    await check(old);
    await issuer.rotate();
    pass(31_000);
    await check(await token());
    await check(old);
    expect(issuer.asked).toBe(2);
  });

  it('however many tokens name an unknown key, the issuer is asked once in half a minute', async () => {
    await check(await token());
    const stranger = await TestIssuer.start();
    await stranger.rotate();
    const foreign = await stranger.token({ role: 'AUDITOR' });
    await stranger.stop();
    for (let time = 0; time < 20; time += 1) await expect(check(foreign)).rejects.toThrow(errors.JWKSNoMatchingKey);
    expect(issuer.asked).toBe(1);
    pass(31_000);
    for (let time = 0; time < 20; time += 1) await expect(check(foreign)).rejects.toThrow(errors.JWKSNoMatchingKey);
    expect(issuer.asked).toBe(2);
  });

  it('a withdrawn key is taken no longer than its greatest age', async () => {
    const old = await token();
    await check(old);
    await issuer.rotate();
    issuer.withdrawOldKeys();
    pass(TEN_MINUTES - 1_000);
    await check(old);
    pass(2_000);
    await expect(check(old)).rejects.toThrow(errors.JWKSNoMatchingKey);
  });

  it('that were fetched go on serving for a day while the issuer is away, and are fetched anew when it is back', async () => {
    const known = await token();
    await check(known);
    await issuer.rotate();
    const unknown = await token();
    await issuer.stop();
    pass(HOUR);
    await check(known);
    await expect(check(unknown)).rejects.toThrow(KeysUnavailable);
    pass(24 * HOUR);
    await expect(check(known)).rejects.toThrow(KeysUnavailable);
    await issuer.resume();
    pass(31_000);
    await check(known);
    await check(unknown);
  });

  it('without any, nothing can be said of a token; as soon as the issuer answers it can', async () => {
    const one = await token();
    await issuer.stop();
    await expect(check(one)).rejects.toThrow(KeysUnavailable);
    await issuer.resume();
    await check(one);
  });
});
