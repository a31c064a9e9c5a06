import type { EnvironmentReader } from '@thads/shared';

export const MODES = ['development', 'production'] as const;
export type Mode = (typeof MODES)[number];

/** What a gateway shows of itself, and to whom. */
export interface Doors {
  readonly introspection: boolean;
  readonly playground: boolean;
  readonly dashboard: boolean;
  /** Whether errors name what of the schema the caller may have meant. */
  readonly suggestions: boolean;
  /** Whether a caller may ask for the query plan beside the answer. */
  readonly queryPlans: boolean;
  /** Pages of these origins may ask; none: only those that the gateway serves itself. */
  readonly corsOrigins: readonly string[];
  /** `only`: nothing but operations of the committed manifests is run. */
  readonly trustedDocuments: 'off' | 'only';
}

/** What helps developers is on for them, and off elsewhere unless it is switched on. */
export function readDoors(settings: EnvironmentReader, mode: Mode): Doors {
  const usual = mode === 'development' ? 'on' : 'off';
  const isOn = (name: string): boolean => settings.oneOf(name, ['on', 'off'], usual) === 'on';
  return {
    introspection: isOn('INTROSPECTION'),
    playground: isOn('PLAYGROUND'),
    // For managers, not for developers: on everywhere unless it is switched off.
    dashboard: settings.oneOf('DASHBOARD', ['on', 'off'], 'on') === 'on',
    suggestions: isOn('SUGGESTIONS'),
    queryPlans: mode === 'development',
    corsOrigins: readOrigins(settings),
    trustedDocuments: settings.oneOf('TRUSTED_DOCUMENTS', ['off', 'only'], 'off'),
  };
}

function readOrigins(settings: EnvironmentReader): string[] {
  const origins = (settings.text('CORS_ORIGINS') ?? '').split(',').flatMap((origin) => origin.trim() || []);
  for (const origin of origins) {
    if (isOrigin(origin)) continue;
    settings.faults.push(
      `CORS_ORIGINS names ${JSON.stringify(origin)}; each must be an origin such as https://dashboard.example.vn, without a path, separated by commas.`,
    );
  }
  return origins;
}

/** Spelt as a browser sends it, since it is compared letter by letter. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
