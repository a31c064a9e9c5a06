export type Variables = Readonly<Record<string, string>>;

/** A variable as a compose file names it. */
export interface Reference {
  readonly name: string;
  /** `${NAME:-default}` */
  readonly fallback?: string;
  /** `${NAME:?message}` */
  readonly message?: string;
}

const REFERENCE = /\$(?:\$|\{(?<name>[A-Za-z_]\w*)(?::(?<kind>[-?])(?<rest>[^}]*))?\})?/g;

/** All variables of a text, each as often as it is named. */
export function referencesIn(text: string): Reference[] {
  return [...text.matchAll(REFERENCE)].flatMap(({ groups }) => (groups?.name ? [reference(groups)] : []));
}

/** A parsed compose file with the values in place. Errors: when a required variable is not set. */
export function interpolated(value: unknown, variables: Variables): unknown {
  if (typeof value === 'string') return interpolatedText(value, variables);
  if (Array.isArray(value)) return value.map((item) => interpolated(item, variables));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, interpolated(inner, variables)]));
}

function interpolatedText(text: string, variables: Variables): string {
  return text.replace(REFERENCE, (whole, ...rest) => {
    if (whole === '$$') return '$';
    const groups = rest.at(-1) as Record<string, string | undefined>;
    if (!groups.name) throw new Error(`"${text}": a dollar sign that begins no variable is written $$`);
    const { name, fallback, message } = reference(groups);
    const found = variables[name] || fallback;
    if (found === undefined) throw new Error(`required variable ${name} is missing a value: ${message ?? 'not set'}`);
    return found;
  });
}

function reference({ name, kind, rest }: Record<string, string | undefined>): Reference {
  return { name: name!, ...(kind === '-' ? { fallback: rest } : {}), ...(kind === '?' ? { message: rest } : {}) };
}
