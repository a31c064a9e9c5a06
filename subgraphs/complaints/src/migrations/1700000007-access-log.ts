import { accessLogTable } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who looked at which persons' data, and why. */
export class ComplaintsAccessLog1700000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(accessLogTable('complaints'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table complaints.access_log');
  }
}
