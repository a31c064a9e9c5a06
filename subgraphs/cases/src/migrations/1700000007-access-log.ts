import { accessLogTable } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who looked at which persons' data, and why. */
export class CasesAccessLog1700000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(accessLogTable('cases'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table cases.access_log');
  }
}
