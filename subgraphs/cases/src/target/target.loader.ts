import DataLoader from 'dataloader';
import type { IsoDate } from '@thads/shared';
import type { EntityManager } from 'typeorm';

export interface TargetKey {
  readonly scope: string;
  readonly workingYear: number;
  /** The target in force on this day. */
  readonly on: IsoDate;
}

/** Percent with two decimals. */
export interface TargetValue {
  readonly cases: number;
  readonly money: number;
}

/** Targets in force; null where none is. One statement a batch. */
export function targetLoader(manager: EntityManager): DataLoader<TargetKey, TargetValue | null, string> {
  return new DataLoader(
    async (keys) => {
      const rows = (await manager.query(
        `select wanted.nth, value.cases_hundredths, value.money_hundredths
         from unnest($1::text[], $2::integer[], $3::date[]) with ordinality as wanted(scope, working_year, day, nth)
         cross join lateral (
           select cases_hundredths, money_hundredths from cases.target_value v
           where v.scope = wanted.scope and v.working_year = wanted.working_year and v.valid_from <= wanted.day
           order by v.valid_from desc, v.id desc limit 1
         ) as value`,
        [keys.map(({ scope }) => scope), keys.map(({ workingYear }) => workingYear), keys.map(({ on }) => on)],
      )) as { nth: number; cases_hundredths: number; money_hundredths: number }[];
      const byIndex = new Map(
        rows.map((row) => [row.nth - 1, { cases: row.cases_hundredths / 100, money: row.money_hundredths / 100 }]),
      );
      return keys.map((_key, index) => byIndex.get(index) ?? null);
    },
    { cacheKeyFn: ({ scope, workingYear, on }) => `${scope} ${workingYear} ${on}` },
  );
}
