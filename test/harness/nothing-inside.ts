import type { GraphError } from './graph-client';

/** What an error would give away of the inside of the house. */
const INSIDE: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['SQL', /\b(select|insert into|update|delete from|where|order by)\b.*\b(from|set|values|and|limit|\$\d)\b/i],
  ['a name of the database', /\b[a-z]+_[a-z_]+\b|\bpg_|relation "|column "|constraint "|SQLSTATE/],
  ['a stack', /\bat \S+ \(|\.[jt]s:\d+|node_modules|stacktrace|TypeError|RangeError/],
  ['a host', /\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b|localhost|:\/\/|ECONN|ENOTFOUND|:\d{4,5}\b/],
];

/** Names with underscores that outsiders know: of claims of tokens, and of GraphQL itself. */
const KNOWN_OUTSIDE = /\bthads_(role|province|office|officer)\b|\b__\w+/g;

/**
 * Throws where an error says what no caller is to know. Everything that end-to-end tests are answered goes through it.
 * What the caller has sent as a value may be said again.
 */
export function expectNothingInside(errors: readonly GraphError[], sent: unknown = {}): void {
  const values = errors.length > 0 ? textsIn(sent).filter(mayMislead) : [];
  for (const error of errors) {
    const { requestId: _ofTheCaller, ...extensions } = error.extensions;
    const message = values.reduce((said, value) => withoutValue(said, value), error.message);
    const text = JSON.stringify([message, extensions]).replace(KNOWN_OUTSIDE, '');
    for (const [what, pattern] of INSIDE) {
      const found = pattern.exec(text);
      if (found) throw new Error(`an error shows ${what} (${found[0]}): ${JSON.stringify(error)}`);
    }
  }
}

/** A sentence, which with the words of the error around it reads like another, or what looks like the inside itself. */
function mayMislead(value: string): boolean {
  return value.length > 40 || INSIDE.some(([, pattern]) => pattern.test(value));
}

/** As it is, or as JSON has it, or as much of it as an error repeats. */
function withoutValue(message: string, value: string): string {
  const forms = [JSON.stringify(value).slice(1, -1), value];
  return forms.reduce((said, form) => said.replaceAll(form, ''), message);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
