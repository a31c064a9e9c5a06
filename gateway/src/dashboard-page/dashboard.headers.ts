import type { SignIn } from './dashboard.settings';

/** Scripts, styles and requests: this origin only, nothing inline, nothing evaluated. Where people sign in at an issuer, its token endpoint too. */
export function dashboardHeaders(signIn: SignIn): Readonly<Record<string, string>> {
  const issuer = signIn.kind === 'OIDC' ? ` ${new URL(signIn.tokenEndpoint).origin}` : '';
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      `connect-src 'self'${issuer}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
}
