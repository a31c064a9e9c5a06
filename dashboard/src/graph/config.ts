/** How people sign in, as the gateway says it. */
export type SignIn =
  | { readonly kind: 'TOKEN' }
  | {
      readonly kind: 'OIDC';
      readonly issuer: string;
      readonly clientId: string;
      readonly authorizationEndpoint: string;
      readonly tokenEndpoint: string;
      readonly scope: string;
    };

/** What the gateway that serves the page says of itself. Addresses are relative to the page's. */
export interface Config {
  readonly endpoint: string;
  /** Null where the playground is off. */
  readonly playground: string | null;
  /** The ministry's own map; null: none is there. */
  readonly map: string | null;
  readonly signIn: SignIn;
}

export async function readConfig(): Promise<Config> {
  const response = await fetch('./config.json');
  if (!response.ok) throw new Error(`config.json: ${response.status}`);
  return (await response.json()) as Config;
}
