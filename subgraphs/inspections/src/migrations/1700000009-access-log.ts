import { ACCESS_LOG_TABLES, accessLogTables } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who looked at which persons' data, and why. */
export class InspectionsAccessLog1700000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of accessLogTables('inspections')) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ACCESS_LOG_TABLES) await runner.query(`drop table inspections.${table}`);
  }
}
