import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/** `schema.table` of an entity. */
export function tableName(manager: EntityManager, entity: EntityTarget<ObjectLiteral>): string {
  const { schema, tableName: name } = manager.connection.getMetadata(entity);
  return `${schema}.${name}`;
}

/**
 * The columns of an entity under the names of its properties: rows selected so are read as they are, without the
 * time of TypeORM's own reading.
 */
export function selectedColumns(manager: EntityManager, entity: EntityTarget<ObjectLiteral>, row?: string): string {
  return manager.connection
    .getMetadata(entity)
    .columns.map(({ databaseName, propertyName }) => `${row ? `${row}.` : ''}${databaseName} as "${propertyName}"`)
    .join(', ');
}
