import * as oauth from 'oauth4webapi';
import type { SignIn } from '../graph/config';

type Oidc = Extract<SignIn, { kind: 'OIDC' }>;

/** Until the issuer sends the browser back: what proves that it is the same browser. No token is ever here. */
const UNDER_WAY = 'dashboard-sign-in';

interface UnderWay {
  readonly verifier: string;
  readonly state: string;
  /** What was shown. */
  readonly hash: string;
}

function serverOf({ issuer, authorizationEndpoint, tokenEndpoint }: Oidc): oauth.AuthorizationServer {
  return { issuer, authorization_endpoint: authorizationEndpoint, token_endpoint: tokenEndpoint };
}

function returnAddress(): string {
  return `${location.origin}${location.pathname}`;
}

/** Leaves the page for the issuer's. */
export async function goToIssuer(signIn: Oidc): Promise<void> {
  const underWay: UnderWay = {
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    hash: location.hash,
  };
  sessionStorage.setItem(UNDER_WAY, JSON.stringify(underWay));
  const address = new URL(signIn.authorizationEndpoint);
  const fields = {
    response_type: 'code',
    client_id: signIn.clientId,
    redirect_uri: returnAddress(),
    scope: signIn.scope,
    state: underWay.state,
    code_challenge: await oauth.calculatePKCECodeChallenge(underWay.verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(fields)) address.searchParams.set(name, value);
  location.assign(address);
}

/** The token, where the issuer has just sent the browser back with a code for it; else null. */
export async function comeFromIssuer(signIn: Oidc): Promise<string | null> {
  const text = sessionStorage.getItem(UNDER_WAY);
  const address = new URL(location.href);
  if (text === null || !address.searchParams.has('state')) return null;
  sessionStorage.removeItem(UNDER_WAY);
  const { verifier, state, hash } = JSON.parse(text) as UnderWay;
  // The code is good once, and no longer in the address or the history.
  history.replaceState(null, '', `${location.pathname}${hash}`);
  const server = serverOf(signIn);
  const client: oauth.Client = { client_id: signIn.clientId };
  const fields = oauth.validateAuthResponse(server, client, address, state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    fields,
    returnAddress(),
    verifier,
    // Issuers of a ministry's own network may be without https; whether is said by the operator's settings.
    { [oauth.allowInsecureRequests]: signIn.tokenEndpoint.startsWith('http:') },
  );
  const { access_token: token } = await oauth.processAuthorizationCodeResponse(server, client, response);
  return token;
}
