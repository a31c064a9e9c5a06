import { EnvironmentReader } from '@thads/shared';
import type { IssuerSettings } from '../identity/issuer.settings';
import { dashboardHeaders } from './dashboard.headers';
import { readSignIn } from './dashboard.settings';

const OIDC: IssuerSettings = {
  kind: 'OIDC',
  issuer: 'https://issuer.example',
  audience: 'thads-graph',
  jwksUrl: 'https://issuer.example/keys',
  keysMaxAgeMs: 1,
};

const WHOLE = {
  DASHBOARD_CLIENT_ID: 'dashboard',
  DASHBOARD_AUTHORIZE_URL: 'https://issuer.example/authorize',
  DASHBOARD_TOKEN_URL: 'https://tokens.example/token',
};

function read(environment: Record<string, string>, issuer: IssuerSettings = OIDC) {
  const settings = new EnvironmentReader(environment);
  return { signIn: readSignIn(settings, issuer), faults: settings.faults };
}

describe('signing in to the dashboard', () => {
  it('is by a token alone where nothing is set', () => {
    expect(read({})).toEqual({ signIn: { kind: 'TOKEN' }, faults: [] });
    expect(dashboardHeaders({ kind: 'TOKEN' })['Content-Security-Policy']).toContain("connect-src 'self';");
  });

  it('is at the issuer where it is set whole, and the page may then ask the token endpoint and nothing else', () => {
    const { signIn, faults } = read(WHOLE);
    expect(faults).toEqual([]);
    expect(signIn).toEqual({
      kind: 'OIDC',
      issuer: 'https://issuer.example',
      clientId: 'dashboard',
      authorizationEndpoint: 'https://issuer.example/authorize',
      tokenEndpoint: 'https://tokens.example/token',
      scope: 'openid',
    });
    const policy = dashboardHeaders(signIn)['Content-Security-Policy']!;
    expect(policy.match(/https:[^ ;]*/g)).toEqual(['https://tokens.example']);
    expect(policy).toContain("connect-src 'self' https://tokens.example;");
  });

  it.each(Object.keys(WHOLE))('without %s it is refused, and the fault names it', (missing) => {
    const { faults } = read({ ...WHOLE, [missing]: '' });
    expect(faults).toEqual([expect.stringContaining(missing)]);
  });

  it('is refused where the graph issues its tokens itself', () => {
    const { signIn, faults } = read(WHOLE, { kind: 'DEVELOPMENT', dataDir: '.data' });
    expect(signIn).toEqual({ kind: 'TOKEN' });
    expect(faults).toEqual([expect.stringContaining('AUTH_ISSUER')]);
  });
});
