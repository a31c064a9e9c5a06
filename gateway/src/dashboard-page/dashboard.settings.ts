import { type EnvironmentReader } from '@thads/shared';
import type { IssuerSettings } from '../identity/issuer.settings';

/** How people sign in: by a token that they paste, or at the issuer (OpenID Connect, authorization code with PKCE). */
export type SignIn = { readonly kind: 'TOKEN' } | OidcSignIn;

export interface OidcSignIn {
  readonly kind: 'OIDC';
  readonly issuer: string;
  readonly clientId: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly scope: string;
}

const OIDC = ['DASHBOARD_CLIENT_ID', 'DASHBOARD_AUTHORIZE_URL', 'DASHBOARD_TOKEN_URL'] as const;

/** Nothing set: the token box alone. Half of it set is a fault, and so is signing in where the graph issues tokens itself. */
export function readSignIn(settings: EnvironmentReader, issuer: IssuerSettings): SignIn {
  if (OIDC.every((name) => settings.text(name) === undefined)) return { kind: 'TOKEN' };
  const clientId = settings.requiredText('DASHBOARD_CLIENT_ID', 'the client that the issuer knows the dashboard as');
  const authorizationEndpoint = settings.requiredUrl('DASHBOARD_AUTHORIZE_URL', ['https:', 'http:']);
  const tokenEndpoint = settings.requiredUrl('DASHBOARD_TOKEN_URL', ['https:', 'http:']);
  const scope = settings.text('DASHBOARD_SCOPE') ?? 'openid';
  if (issuer.kind !== 'OIDC') {
    settings.faults.push(
      'DASHBOARD_CLIENT_ID is set without AUTH_ISSUER: people can only sign in where the tokens that they get are taken.',
    );
    return { kind: 'TOKEN' };
  }
  return { kind: 'OIDC', issuer: issuer.issuer, clientId, authorizationEndpoint, tokenEndpoint, scope };
}
