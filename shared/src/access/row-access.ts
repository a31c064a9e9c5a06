import { ruleFor } from './data-class';
import { type Principal, viewOf } from './principal';
import { belongingOf } from './roles';

/** Which rows of a register a connection sees and writes: the settings that row level security compares with. */
export interface RowAccess {
  readonly territories: readonly number[] | 'ALL';
  /** Id of the only officer whose cases are seen; null: everybody's. */
  readonly officer: string | null;
  /** Whether denunciations are seen at all. */
  readonly denunciations: boolean;
  /** Id of the officer for whom the senders of the denunciations in his charge are seen; null: none of them. */
  readonly handler: string | 'ALL' | null;
  /** Whether the access log is seen. */
  readonly accessLog: boolean;
  /** Whose exports are seen, see `ownerOf`; null: none. */
  readonly exportsOf: string | 'ALL' | null;
}

/** For what acts for nobody in particular: the follower, loads in bulk, checks. */
export const ALL_ROWS: RowAccess = {
  territories: 'ALL',
  officer: null,
  denunciations: true,
  handler: 'ALL',
  accessLog: true,
  exportsOf: 'ALL',
};

/** Whom an export belongs to: who asked for it, seeing what he saw then. */
export function ownerOf(principal: Principal): string {
  return `${viewOf(principal)} ${principal.name}`;
}

export function rowAccessOf(principal: Principal): RowAccess {
  return {
    territories: belongingOf(principal.role) === 'NONE' && principal.role !== 'PUBLIC' ? 'ALL' : principal.territories,
    officer: principal.role === 'OFFICER' ? principal.officer : null,
    denunciations: ruleFor('DENUNCIATION', principal.role) !== 'denied',
    handler: ruleFor('DENOUNCER', principal.role) === 'denied' ? null : principal.officer,
    accessLog: ruleFor('ACCESS_LOG', principal.role) !== 'denied',
    exportsOf: ruleFor('BULK', principal.role) === 'denied' ? null : ownerOf(principal),
  };
}

/** The settings of PostgreSQL that the policies read, see row-policies.ts. */
export function settingsOf({
  territories,
  officer,
  denunciations,
  handler,
  accessLog,
  exportsOf,
}: RowAccess): Readonly<Record<string, string>> {
  return {
    'thads.territories': territories === 'ALL' ? '*' : `{${territories.join(',')}}`,
    'thads.officer': officer ?? '',
    'thads.denunciations': denunciations ? 'on' : '',
    'thads.handler': handler === 'ALL' ? '*' : (handler ?? ''),
    'thads.access_log': accessLog ? 'on' : '',
    'thads.exports_of': exportsOf === 'ALL' ? '*' : (exportsOf ?? ''),
  };
}

/** For connections that keep it: of programs that act for nobody in particular. */
export function connectionOptions(access: RowAccess): string {
  return Object.entries(settingsOf(access))
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

/** As the start of a transaction; with `snapshot` all its statements see the same. Values are numbers and ids of ours, and quoted all the same. */
export function beginAs(
  access: RowAccess,
  { timeoutMs, readOnly, snapshot }: { timeoutMs?: number; readOnly?: boolean; snapshot?: boolean } = {},
): string {
  const settings = Object.entries(settingsOf(access)).map(([name, value]) => `set local ${name} = ${quoted(value)}`);
  if (timeoutMs !== undefined) settings.push(`set local statement_timeout = ${Math.max(1, Math.floor(timeoutMs))}`);
  const isolation = snapshot ? ' isolation level repeatable read' : '';
  return `begin${isolation}${readOnly ? ' read only' : ''}; ${settings.join('; ')}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
