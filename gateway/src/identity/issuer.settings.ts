import type { EnvironmentReader } from '@thads/shared';
import { BlockList, isIP } from 'node:net';

/** Whose tokens the gateway takes. */
export type IssuerSettings = DevelopmentIssuerSettings | OidcIssuerSettings;

/** The gateway's own, whose key is in the data folder. */
export interface DevelopmentIssuerSettings {
  readonly kind: 'DEVELOPMENT';
  readonly dataDir: string;
}

export interface OidcIssuerSettings {
  readonly kind: 'OIDC';
  /** As tokens name it in their claim `iss`. */
  readonly issuer: string;
  /** As tokens name this graph in their claim `aud`. */
  readonly audience: string;
  /** Where the issuer publishes its public keys. */
  readonly jwksUrl: string;
  /** How long a key that the issuer has withdrawn may still be taken. */
  readonly keysMaxAgeMs: number;
}

const OIDC = ['AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_JWKS_URL'] as const;

/**
 * In production an issuer must be named whole. In development it may be; otherwise the graph issues tokens itself, to
 * whoever can read its data folder.
 */
export function readIssuer(settings: EnvironmentReader, host: string, dataDir: string): IssuerSettings {
  const mode = settings.oneOf('THADS_MODE', ['development', 'production'], 'development');
  if (mode === 'development' && !isLoopback(host)) {
    settings.faults.push(
      `HOST is "${host}", which others may reach: set THADS_MODE to production, or HOST to an address of this machine alone, such as 127.0.0.1.`,
    );
  }
  if (mode === 'development' && OIDC.every((name) => settings.text(name) === undefined)) {
    return { kind: 'DEVELOPMENT', dataDir };
  }
  return {
    kind: 'OIDC',
    issuer: settings.requiredText('AUTH_ISSUER', 'the issuer of tokens, as in their claim iss'),
    audience: settings.requiredText('AUTH_AUDIENCE', 'what tokens for this graph have in their claim aud'),
    jwksUrl: readJwksUrl(settings),
    keysMaxAgeMs: settings.integer('AUTH_KEYS_MAX_AGE_S', 600, 1, 86_400) * 1_000,
  };
}

function readJwksUrl(settings: EnvironmentReader): string {
  const url = settings.requiredUrl('AUTH_JWKS_URL', ['https:', 'http:']);
  if (url.startsWith('http:') && !isLoopback(new URL(url).hostname.replace(/^\[|\]$/g, ''))) {
    settings.faults.push('AUTH_JWKS_URL begins with http:; keys from another machine are fetched by https: only.');
  }
  return url;
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

function isLoopback(host: string): boolean {
  const version = isIP(host);
  return version === 0 ? host === 'localhost' : LOOPBACK.check(host, version === 6 ? 'ipv6' : 'ipv4');
}
