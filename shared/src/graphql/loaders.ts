import DataLoader from 'dataloader';
import type { ObjectLiteral, Repository } from 'typeorm';
import { officeOfSubject } from '../register/event';

/** Rows by subject id, in the order of the keys; null for an unknown one. One statement a batch. */
export function subjectLoader<T extends ObjectLiteral & { id: string }>(
  repository: Repository<T>,
): DataLoader<string, T | null> {
  return new DataLoader(async (ids) => {
    const known = ids.filter((id) => officeOfSubject(id) !== null);
    const rows =
      known.length === 0
        ? []
        : await repository
            .createQueryBuilder('row')
            .where(
              '(row.territory, row.id) in (select * from unnest(cast(:territories as smallint[]), cast(:ids as text[])))',
              { territories: known.map((id) => officeOfSubject(id)!.territory), ids: known },
            )
            .getMany();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}

/**
 * Rows that refer to a subject of elsewhere by `property`, in key order; an empty list for none. At most `limit` rows a
 * key. One statement a batch.
 */
export function referrerLoader<T extends ObjectLiteral>(
  repository: Repository<T>,
  property: keyof T & string,
  limit = 1_000,
): DataLoader<string, T[]> {
  const { columns, schema, tableName } = repository.metadata;
  const columnOf = (name: string): string => columns.find(({ propertyName }) => propertyName === name)!.databaseName;
  return new DataLoader(async (keys) => {
    const rows = (await repository.query(
      `select referrer.* from unnest($1::text[]) as wanted(key)
       cross join lateral (
         select * from ${schema}.${tableName} where ${columnOf(property)} = wanted.key order by territory, id limit $2
       ) referrer`,
      [keys, limit],
    )) as Record<string, unknown>[];
    const entities = rows.map((row) =>
      repository.create(
        Object.fromEntries(columns.map(({ propertyName, databaseName }) => [propertyName, row[databaseName]])) as never,
      ),
    ) as unknown as T[];
    const byKey = new Map<string, T[]>(keys.map((key) => [key, []]));
    for (const entity of entities) byKey.get(entity[property])!.push(entity);
    return keys.map((key) => byKey.get(key)!);
  });
}
