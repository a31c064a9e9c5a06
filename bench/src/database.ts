import { type IsoDate, type RolePasswords, workingYearCutOff, workingYearOf } from '@thads/shared';
import { existsSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { openDatabase } from './house';
import type { Stoppable } from './running';

/** The server of a data folder, with the graph's four schemas in it. */
export interface BenchDatabase extends Stoppable {
  readonly folder: string;
  readonly adminUrl: string;
  readonly passwords: RolePasswords;
  readonly size: Size;
  /** What PostgreSQL was given beside its own defaults. */
  readonly settings: string;
  /** The last working year that has ended within the data. */
  readonly workingYear: number;
  /** The processes of one server share its folder. */
  readonly admin: pg.Pool;
}

export interface Size {
  readonly cases: number;
  readonly events: number;
  readonly movements: number;
}

/** As in "8.0 M cases". */
export function casesOf({ size: { cases } }: BenchDatabase): string {
  return `${(cases / 1e6).toFixed(1)} M cases`;
}

const SCHEMAS = ['cases', 'complaints', 'inspections', 'recovery'];

/** Errors: when the folder is not there, unless it may be made. */
export async function openFolder(folder: string, { create }: { readonly create: boolean }): Promise<BenchDatabase> {
  if (!create && !existsSync(path.join(folder, 'postgresql.password'))) {
    throw new Error(
      `There is no data in ${folder}. Fill it with "THADS_DATA_DIR=${folder} npm run sample -- --national --years 1" (or 8), or name another folder with --data.`,
    );
  }
  const { adminUrl, passwords, stop } = await openDatabase({ databaseUrl: undefined, dataDir: folder });
  const admin = new pg.Pool({ connectionString: adminUrl, max: 8, allowExitOnIdle: true });
  admin.on('error', () => undefined);
  return {
    folder,
    adminUrl,
    passwords,
    admin,
    size: await sizeOf(admin),
    settings: await settingsOf(admin),
    workingYear: await lastWholeYear(admin),
    async stop() {
      await admin.end();
      await stop();
    },
  };
}

export async function sizeOf(admin: pg.Pool): Promise<Size> {
  const sum = (table: string): string =>
    SCHEMAS.map((schema) => `(select count(*) from ${schema}.${table})`).join(' + ');
  const { rows } = await admin.query<Record<keyof Size, string>>(
    `select (select count(*) from cases.enforcement_case) as cases, ${sum('journal')} as events, ${sum('movement')} as movements`,
  );
  const { cases, events, movements } = rows[0]!;
  return { cases: Number(cases), events: Number(events), movements: Number(movements) };
}

async function settingsOf(admin: pg.Pool): Promise<string> {
  const { rows } = await admin.query<{ setting: string }>(
    `select name || ' = ' || current_setting(name) as setting from pg_settings
     where source in ('command line', 'configuration file')
       and category !~ '^(Client Connection|Connections|Reporting|File Locations)' order by name`,
  );
  return rows.map(({ setting }) => setting).join(', ');
}

async function lastWholeYear(admin: pg.Pool): Promise<number> {
  const { rows } = await admin.query<{ day: IsoDate | null }>('select max(on_date)::text as day from cases.movement');
  const day = rows[0]!.day ?? workingYearCutOff(2025, 12);
  const year = workingYearOf(day);
  return day === workingYearCutOff(year, 12) ? year : year - 1;
}
