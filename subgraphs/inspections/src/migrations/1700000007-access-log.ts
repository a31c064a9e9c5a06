import { accessLogTable } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who looked at which persons' data, and why. */
export class InspectionsAccessLog1700000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(accessLogTable('inspections'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table inspections.access_log');
  }
}
