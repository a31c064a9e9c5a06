import { randomUUID } from 'node:crypto';

type Fields = Readonly<Record<string, unknown>>;

/**
 * An event as a table tells it. The subject is the row's own unless another is named. In subjects and fields `#` is the
 * row's own subject, `#b` another one that belongs to it, `VN63-15-01#` one of another office; `@0` is the id of the
 * first event that was given, `@1` that of the second.
 */
export type Told = readonly [type: string, occurredOn: string, fields?: Fields, subject?: string];

/** Something that is not legal, or not possible: what was accepted before, what is sent, and what is said to it. */
export interface Refusal {
  readonly what: string;
  readonly given?: readonly Told[];
  readonly sent: Told;
  readonly rule: string;
  /** What the message names as wrong. */
  readonly says: RegExp;
  /** What it names as right. */
  readonly allowed: RegExp;
  /** The article; null for a rule of the register itself. */
  readonly basis: string | null;
  /** The field to be mended; null where it is not one. */
  readonly field: string | null;
}

export const OFFICE = 'VN63-10-01';

export interface RefusedHistory {
  readonly subject: string;
  readonly given: readonly object[];
  readonly sent: object & { readonly id: string };
}

/** The events of a row; `own` tells its subjects from those of all other rows. */
export function eventsOf({ given = [], sent }: Pick<Refusal, 'given' | 'sent'>, own: string): RefusedHistory {
  const ids = given.map(() => randomUUID());
  const idOf = (_text: string, office: string | undefined, suffix: string): string =>
    `${office ?? OFFICE}.${own}${suffix && `-${suffix}`}`;
  const filled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(filled);
    if (typeof value !== 'string') return value;
    return value.replace(/^(VN[\d-]+)?#(\w*)$/, idOf).replace(/^@(\d)$/, (_text, nth: string) => ids[Number(nth)]!);
  };
  const event = ([type, occurredOn, fields = {}, subject = '#']: Told, id: string) => ({
    id,
    subject: filled(subject) as string,
    type,
    occurredOn,
    ...(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, filled(value)])) as { id?: string }),
  });
  const refused = event(sent, randomUUID());
  return {
    subject: refused.subject,
    given: given.map((told, nth) => event(told, ids[nth]!)),
    sent: { ...refused, id: refused.id ?? '' },
  };
}
