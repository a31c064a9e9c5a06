import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';

/** `schema.table` of an entity. */
export function tableName(manager: EntityManager, entity: EntityTarget<ObjectLiteral>): string {
  const { schema, tableName: name } = manager.connection.getMetadata(entity);
  return `${schema}.${name}`;
}

/** Without those that the database makes of others: they are neither read nor written. */
export function ownColumns({ columns }: EntityMetadata): EntityMetadata['columns'] {
  return columns.filter(({ asExpression }) => asExpression === undefined);
}

/**
 * The columns of an entity under the names of its properties: rows selected so are read as they are, without the
 * time of TypeORM's own reading.
 */
export function selectedColumns(manager: EntityManager, entity: EntityTarget<ObjectLiteral>, row?: string): string {
  return ownColumns(manager.connection.getMetadata(entity))
    .map(({ databaseName, propertyName }) => `${row ? `${row}.` : ''}${databaseName} as "${propertyName}"`)
    .join(', ');
}
