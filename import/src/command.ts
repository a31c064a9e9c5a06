import { MAX_BATCH, OperatorError, messageOf } from '@thads/shared';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { FORMATS, type Format } from './files/formats';
import { REGISTER_NAMES, type RegisterName, isRegisterName } from './registers';

export interface Command {
  readonly file: string;
  /** Null: told by the first event. */
  readonly register: RegisterName | null;
  /** Null: told by the file's name. */
  readonly format: Format | null;
  readonly sheet: string | null;
  readonly url: string;
  readonly token: string | null;
  readonly dryRun: boolean;
  readonly batch: number;
  /** Batches under way at once, of different offices. */
  readonly concurrency: number;
  /** How often a batch is sent before the graph is taken to be away. */
  readonly tries: number;
  /** Where refused rows go; null: beside the file. */
  readonly rejects: string | null;
}

const USAGE = `npm run import -- <file> [--dry-run] [--register ${REGISTER_NAMES.join('|')}] [--format ${FORMATS.join('|')}]
  [--sheet name] [--url http://127.0.0.1:4000/graphql] [--token-file file] [--batch 500] [--concurrency 1] [--tries 8] [--rejects file]`;

/** Errors: `OperatorError` with what was wrong and how the command is used. */
export function parseCommand(args: readonly string[], tokenOfEnvironment: string | undefined): Command {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (file === undefined) throw wrong('The file is missing');
  if (more.length > 0) throw wrong(`There is one file too many: ${more[0]}`);
  // Not taken for an unknown option: whoever gives it would write the token into the command again.
  if (values.token !== undefined) {
    throw wrong('--token would show the token to everybody on this machine; set THADS_TOKEN, or give --token-file');
  }
  const { register, format, url = 'http://127.0.0.1:4000/graphql' } = values;
  if (register !== undefined && !isRegisterName(register)) {
    throw wrong(`--register is "${register}"; it must be one of ${REGISTER_NAMES.join(', ')}`);
  }
  if (format !== undefined && !isFormat(format)) {
    throw wrong(`--format is "${format}"; it must be one of ${FORMATS.join(', ')}`);
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw wrong(`--url is "${url}"; it must be the address of the graph, e.g. http://127.0.0.1:4000/graphql`);
  }
  return {
    file,
    register: register ?? null,
    format: format ?? null,
    sheet: values.sheet ?? null,
    url,
    token: values['token-file'] === undefined ? tokenOfEnvironment || null : tokenIn(values['token-file']),
    dryRun: values['dry-run'] ?? false,
    batch: wholeNumber('--batch', values.batch ?? '500', MAX_BATCH),
    concurrency: wholeNumber('--concurrency', values.concurrency ?? '1', 16),
    tries: wholeNumber('--tries', values.tries ?? '8', 100),
    rejects: values.rejects ?? null,
  };
}

function tokenIn(file: string): string {
  let token: string;
  try {
    token = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw wrong(`--token-file cannot be read: ${messageOf(error)}`);
  }
  if (token === '') throw wrong(`--token-file: there is no token in ${file}`);
  return token;
}

function isFormat(format: string): format is Format {
  return (FORMATS as readonly string[]).includes(format);
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        register: { type: 'string' },
        format: { type: 'string' },
        sheet: { type: 'string' },
        url: { type: 'string' },
        token: { type: 'string' },
        'token-file': { type: 'string' },
        'dry-run': { type: 'boolean' },
        batch: { type: 'string' },
        concurrency: { type: 'string' },
        tries: { type: 'string' },
        rejects: { type: 'string' },
      },
    });
  } catch (error) {
    throw wrong(messageOf(error));
  }
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
  throw wrong(`${name} is "${text}"; it must be a whole number from 1 to ${most}`);
}

function wrong(what: string): OperatorError {
  return new OperatorError(`${what.replace(/\.$/, '')}. Usage: ${USAGE}`);
}
