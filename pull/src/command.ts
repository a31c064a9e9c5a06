import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { EXIT, PullFailure, messageOf } from './failure';
import type { ManifestKeys } from './graph/manifest';
import type { PullOptions } from './pull';
import { FORMATS, type Format } from './targets/open-target';

export interface Command {
  readonly options: PullOptions;
  readonly quiet: boolean;
}

export interface Environment {
  readonly THADS_URL?: string;
  readonly THADS_TOKEN?: string;
}

const USAGE = `thads-pull --into <folder | duckdb:file | postgresql://…> [--url http://localhost:4000] [--format ${FORMATS.join('|')}]
  [--datasets CASES,PETITIONS,… | all] [--provinces VN34-15,…] [--since 2025-10-01] [--token-file file]
  [--purpose-article article --purpose-file number] [--manifest-keys keys.json] [--tries 8] [--quiet]
THADS_URL and THADS_TOKEN say the same as --url and --token-file.`;

/** Null when only the usage is asked for. Errors: `PullFailure` (USAGE) with what was wrong and what would be right. */
export function parseCommand(args: readonly string[], environment: Environment): Command | null {
  const values = parsed(args);
  if (values.help) return null;
  // Not taken for an unknown option: whoever gives it would write the token into the command again.
  if (values.token !== undefined) {
    throw wrong('--token would show the token to everybody on this machine; set THADS_TOKEN, or give --token-file');
  }
  const { into, format } = values;
  if (!into) throw wrong('--into is missing: where the copy goes');
  if (into === 'duckdb:') throw wrong('--into is "duckdb:"; the name of a file follows, e.g. duckdb:./ministry.duckdb');
  if (format !== undefined && !isFormat(format)) {
    throw wrong(`--format is "${format}"; it must be one of ${FORMATS.join(', ')}`);
  }
  if (format !== undefined && /^(?:duckdb|postgres(?:ql)?):/.test(into)) {
    throw wrong('--format goes with a folder; a database has tables');
  }
  return {
    quiet: values.quiet ?? false,
    options: {
      url: address(values.url ?? (environment.THADS_URL || 'http://localhost:4000')),
      token: values['token-file'] === undefined ? environment.THADS_TOKEN || null : tokenIn(values['token-file']),
      purpose: purpose(values['purpose-article'], values['purpose-file']),
      into,
      format,
      datasets: values.datasets === undefined || values.datasets === 'all' ? null : list('--datasets', values.datasets),
      provinces: values.provinces === undefined ? null : list('--provinces', values.provinces),
      since: values.since === undefined ? null : day(values.since),
      manifestKeys: values['manifest-keys'] === undefined ? null : keysIn(values['manifest-keys']),
      tries: wholeNumber('--tries', values.tries ?? '8', 100),
    },
  };
}

export function usage(): string {
  return USAGE;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', short: 'h' },
        into: { type: 'string' },
        url: { type: 'string' },
        format: { type: 'string' },
        datasets: { type: 'string' },
        provinces: { type: 'string' },
        since: { type: 'string' },
        token: { type: 'string' },
        'token-file': { type: 'string' },
        'purpose-article': { type: 'string' },
        'purpose-file': { type: 'string' },
        'manifest-keys': { type: 'string' },
        tries: { type: 'string' },
        quiet: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw wrong(messageOf(error));
  }
}

function isFormat(format: string): format is Format {
  return (FORMATS as readonly string[]).includes(format);
}

function address(url: string): string {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw wrong(`--url is "${url}"; it must be the address of the graph, e.g. http://localhost:4000`);
}

function purpose(article: string | undefined, file: string | undefined): PullOptions['purpose'] {
  if (article === undefined && file === undefined) return null;
  if (article && file) return { article, file };
  throw wrong(
    '--purpose-article and --purpose-file go together: the article that you read by, and the file that it is for',
  );
}

function list(name: string, text: string): string[] {
  const items = text.split(',').map((item) => item.trim());
  if (items.includes('')) throw wrong(`${name} is "${text}"; it must be names with a comma between two`);
  // In one order: what is asked for is compared with what was.
  return [...new Set(items)].sort();
}

function day(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return text;
  throw wrong(`--since is "${text}"; it must be a day such as 2025-10-01`);
}

function tokenIn(file: string): string {
  const token = textOf('--token-file', file).trim();
  if (token === '') throw wrong(`--token-file: there is no token in ${file}`);
  return token;
}

function keysIn(file: string): ManifestKeys {
  const text = textOf('--manifest-keys', file);
  try {
    const { keys } = JSON.parse(text) as Partial<ManifestKeys>;
    if (Array.isArray(keys) && keys.length > 0) return { keys };
  } catch {
    // Said below.
  }
  throw wrong(`--manifest-keys: ${file} has no keys; it must be as the graph serves it at /exports/keys.json`);
}

function textOf(option: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw wrong(`${option} cannot be read: ${messageOf(error)}`);
  }
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
  throw wrong(`${name} is "${text}"; it must be a whole number from 1 to ${most}`);
}

function wrong(what: string): PullFailure {
  return new PullFailure(EXIT.USAGE, `${what.replace(/\.$/, '')}. Usage: ${USAGE}`);
}
