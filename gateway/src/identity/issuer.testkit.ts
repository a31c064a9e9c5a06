import { CLAIMS, type PrincipalClaims } from '@thads/shared';
import { type CryptoKey, type JWK, SignJWT, exportJWK, generateKeyPair } from 'jose';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OidcIssuerSettings } from './issuer.settings';

interface IssuerKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** What a token says beside its belonging; a value of null leaves the claim out. */
export interface TokenOptions {
  readonly name?: string;
  /** Seconds from now. */
  readonly expiresIn?: number;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** An issuer as production has one: publishes its keys by HTTP, and changes them. */
export class TestIssuer {
  readonly issuer = 'https://issuer.example';
  readonly audience = 'thads-graph';
  /** How often its keys were asked for. */
  asked = 0;
  private published: IssuerKey[] = [];
  private server: Server | undefined;
  private port = 0;

  static async start(): Promise<TestIssuer> {
    const issuer = new TestIssuer();
    await issuer.rotate();
    await issuer.resume();
    return issuer;
  }

  get jwksUrl(): string {
    return `http://127.0.0.1:${this.port}/keys`;
  }

  /** The key that it signs with. */
  get key(): IssuerKey {
    return this.published.at(-1)!;
  }

  settings(keysMaxAgeMs = 600_000): OidcIssuerSettings {
    const { issuer, audience, jwksUrl } = this;
    return { kind: 'OIDC', issuer, audience, jwksUrl, keysMaxAgeMs };
  }

  /** The same for a process of its own. */
  environment(): Record<string, string> {
    return { AUTH_ISSUER: this.issuer, AUTH_AUDIENCE: this.audience, AUTH_JWKS_URL: this.jwksUrl };
  }

  /** From now on it signs with another key, and still publishes the ones before. */
  async rotate(alg = 'ES256'): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    const kid = `key-${this.published.length + 1}`;
    this.published.push({ kid, alg, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg } });
  }

  /** Publishes no other key than the one that it signs with. */
  withdrawOldKeys(): void {
    this.published = [this.key];
  }

  async token(claims: PrincipalClaims, options: TokenOptions = {}): Promise<string> {
    const { kid, alg, privateKey } = this.key;
    return this.payload(claims, options).setProtectedHeader({ alg, kid }).sign(privateKey);
  }

  /** To be signed in another way. */
  payload(claims: PrincipalClaims, { name = 'test', expiresIn = 36_000, payload = {} }: TokenOptions = {}): SignJWT {
    const now = Math.floor(Date.now() / 1_000);
    const usual = {
      iss: this.issuer,
      aud: this.audience,
      sub: name,
      iat: now,
      exp: now + expiresIn,
      ...Object.fromEntries(
        Object.entries(claims).map(([key, value]) => [CLAIMS[key as keyof PrincipalClaims], value]),
      ),
    };
    const all = Object.entries({ ...usual, ...payload });
    return new SignJWT(Object.fromEntries(all.filter(([, value]) => value !== null)));
  }

  /** Its address answers again. */
  async resume(): Promise<void> {
    const server = createServer((_request, response) => {
      this.asked += 1;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ keys: this.published.map(({ publicJwk }) => publicJwk) }));
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = undefined;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
