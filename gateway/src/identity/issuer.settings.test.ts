import { EnvironmentReader } from '@thads/shared';
import { type IssuerSettings, readIssuer } from './issuer.settings';

const LOOPBACK = '127.0.0.1';
const OIDC = {
  AUTH_ISSUER: 'https://login.example/realms/thads',
  AUTH_AUDIENCE: 'thads-graph',
  AUTH_JWKS_URL: 'https://login.example/keys',
};

function read(environment: Record<string, string>, host = LOOPBACK): { issuer: IssuerSettings; faults: string[] } {
  const settings = new EnvironmentReader(environment);
  const issuer = readIssuer(settings, host, '/data');
  return { issuer, faults: settings.faults };
}

describe('whose tokens are taken', () => {
  it('in development the graph’s own, from the data folder', () => {
    expect(read({})).toEqual({ issuer: { kind: 'DEVELOPMENT', dataDir: '/data' }, faults: [] });
  });

  it.each(['127.0.0.1', '127.9.9.9', 'localhost', '::1'])('a gateway in development may listen on %s', (host) => {
    expect(read({}, host).faults).toEqual([]);
  });

  it.each(['0.0.0.0', '::', '192.168.0.7', 'graph.example', '127.0.0.1.example', '128.0.0.1'])(
    'a gateway in development may not listen on %s, whoever issues the tokens',
    (host) => {
      for (const environment of [{}, OIDC]) {
        expect(read(environment, host).faults).toEqual([
          expect.stringMatching(/^HOST is .*set THADS_MODE to production/),
        ]);
      }
      expect(read({ ...OIDC, THADS_MODE: 'production' }, host).faults).toEqual([]);
    },
  );

  it.each(['development', 'production'])('%s may name an issuer', (THADS_MODE) => {
    expect(read({ ...OIDC, THADS_MODE })).toEqual({
      issuer: {
        kind: 'OIDC',
        issuer: OIDC.AUTH_ISSUER,
        audience: OIDC.AUTH_AUDIENCE,
        jwksUrl: OIDC.AUTH_JWKS_URL,
        keysMaxAgeMs: 600_000,
      },
      faults: [],
    });
  });

  it('production without an issuer is refused, with everything that is missing at once, and has no issuer of its own', () => {
    const { issuer, faults } = read({ THADS_MODE: 'production' });
    expect(issuer.kind).toBe('OIDC');
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_JWKS_URL']);
  });

  it.each(Object.keys(OIDC))('an issuer named only by %s is refused in either mode', (name) => {
    for (const THADS_MODE of ['development', 'production']) {
      const { faults } = read({ THADS_MODE, [name]: OIDC[name as keyof typeof OIDC] });
      expect(faults).toHaveLength(2);
      expect(faults.join()).not.toContain(`${name} is not set`);
    }
  });

  it.each([
    ['http://login.example/keys', 1],
    ['http://127.0.0.1.login.example/keys', 1],
    ['file:///keys', 1],
    ['nonsense', 1],
    ['http://localhost:9000/keys', 0],
    ['http://127.0.0.1:9000/keys', 0],
    ['http://[::1]:9000/keys', 0],
  ])('keys from %s: %i faults', (AUTH_JWKS_URL, faults) => {
    expect(read({ ...OIDC, AUTH_JWKS_URL, THADS_MODE: 'production' }).faults).toHaveLength(faults);
  });
});
