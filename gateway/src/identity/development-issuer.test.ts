import { OperatorError } from '@thads/shared';
import { jwtVerify } from 'jose';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDevelopmentIssuer } from './development-issuer';

describe('the development issuer', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'thads-issuer-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  const token = { name: 'registrar', claims: { role: 'REGISTRAR' }, hours: 1 };

  it('makes its key once, for many who ask at the same time, readable by its owner alone', async () => {
    const issuers = await Promise.all(Array.from({ length: 5 }, () => openDevelopmentIssuer(dataDir)));
    for (const issuer of issuers) {
      const { payload } = await jwtVerify(await issuer.issue(token), issuers[0]!.keys);
      expect(payload).toMatchObject({ iss: 'thads-development', aud: 'thads-graph', sub: 'registrar' });
      expect(payload.exp! - payload.iat!).toBe(3_600);
    }
    expect(readdirSync(dataDir)).toEqual(['development-issuer.json']);
    expect(statSync(path.join(dataDir, 'development-issuer.json')).mode & 0o777).toBe(0o600);
  });

  it('of another data folder is another issuer', async () => {
    const other = await openDevelopmentIssuer(path.join(dataDir, 'other'));
    const issuer = await openDevelopmentIssuer(dataDir);
    await expect(jwtVerify(await other.issue(token), issuer.keys)).rejects.toThrow();
  });

  it.each(['', 'nonsense', '{}', '{"kty":"OKP","crv":"Ed25519","x":"abc","d":"abc"}'])(
    'with a key file that says %j is a fault with the way to mend it',
    async (content) => {
      writeFileSync(path.join(dataDir, 'development-issuer.json'), content);
      const failure = openDevelopmentIssuer(dataDir);
      await expect(failure).rejects.toThrow(OperatorError);
      await expect(failure).rejects.toThrow(/development-issuer\.json.*remove it/);
      await expect(failure).rejects.not.toThrow(/"d"/);
    },
  );

  (process.getuid?.() === 0 ? it.skip : it)('with a key file of somebody else is such a fault too', async () => {
    const file = path.join(dataDir, 'development-issuer.json');
    writeFileSync(file, '{}');
    chmodSync(file, 0o000);
    await expect(openDevelopmentIssuer(dataDir)).rejects.toThrow(OperatorError);
  });
});
