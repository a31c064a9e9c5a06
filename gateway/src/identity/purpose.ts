import { RequestRefused, type Purpose } from '@thads/shared';
import type { IncomingMessage } from 'node:http';

const ARTICLE = 'x-purpose-article';
const FILE = 'x-purpose-file';
/** Characters, decoded. */
const LONGEST = 200;

/** Why the caller reads, from both headers or none. Errors: `RequestRefused` naming the header and what it should be. */
export function purposeOf({ headersDistinct }: Pick<IncomingMessage, 'headersDistinct'>): Purpose | null {
  const [article, file] = [ARTICLE, FILE].map((name) => decoded(name, headersDistinct[name]));
  if (article === undefined && file === undefined) return null;
  if (article === undefined) throw wrong(ARTICLE, `is missing beside ${FILE}: send the legal article that you read by`);
  if (file === undefined)
    throw wrong(FILE, `is missing beside ${ARTICLE}: send the number of the file that you read for`);
  return { article, file };
}

function decoded(name: string, values: readonly string[] | undefined): string | undefined {
  if (!values) return undefined;
  if (values.length > 1) throw wrong(name, 'is there more than once: send it once');
  const text = decodedText(values[0]!);
  if (text !== null && text.length <= LONGEST && /^\P{C}+$/u.test(text)) return text;
  throw wrong(name, `must be 1 to ${LONGEST} characters, encoded like encodeURIComponent of JavaScript does`);
}

function decodedText(value: string): string | null {
  try {
    // Node reads the bytes of headers as Latin 1: what is not encoded is not what was meant.
    return /^[\x20-\x7e]*$/.test(value) ? decodeURIComponent(value).normalize('NFC').trim() : null;
  } catch {
    return null;
  }
}

function wrong(header: string, fault: string): RequestRefused {
  return new RequestRefused(400, 'BAD_USER_INPUT', `The header ${header} ${fault}.`);
}
