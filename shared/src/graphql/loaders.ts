import DataLoader from 'dataloader';
import type { ObjectLiteral, Repository } from 'typeorm';
import { selectedColumns, tableName } from '../database/rows';
import type { OfficeRecord } from '../geography/geography';
import { officeOfSubject } from '../register/event';

/** Rows by id, in the order of the keys; null for an unknown one. One statement a batch. */
export function subjectLoader<T extends ObjectLiteral & { id: string }>(
  { manager, target }: Repository<T>,
  officeOf: (id: string) => OfficeRecord | null = officeOfSubject,
): DataLoader<string, T | null> {
  return new DataLoader(async (ids) => {
    const known = ids.filter((id) => officeOf(id) !== null);
    const rows =
      known.length === 0
        ? []
        : await manager.query<T[]>(
            `select ${selectedColumns(manager, target)} from ${tableName(manager, target)}
             where (territory, id) in (select * from unnest($1::smallint[], $2::text[]))`,
            [known.map((id) => officeOf(id)!.territory), known],
          );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}

/**
 * Rows that refer to a subject of elsewhere by `property`, in key order; an empty list for none. At most `limit` rows a
 * key. One statement a batch.
 */
export function referrerLoader<T extends ObjectLiteral>(
  { manager, target, metadata }: Repository<T>,
  property: keyof T & string,
  limit = 1_000,
): DataLoader<string, T[]> {
  const { databaseName } = metadata.columns.find(({ propertyName }) => propertyName === property)!;
  return new DataLoader(async (keys) => {
    const rows = await manager.query<T[]>(
      `select ${selectedColumns(manager, target, 'referrer')} from unnest($1::text[]) as wanted(key)
       cross join lateral (
         select * from ${tableName(manager, target)} where ${databaseName} = wanted.key order by territory, id limit $2
       ) referrer`,
      [keys, limit],
    );
    const byKey = new Map<string, T[]>(keys.map((key) => [key, []]));
    for (const row of rows) byKey.get(row[property])!.push(row);
    return keys.map((key) => byKey.get(key)!);
  });
}
