import { accessLogTable } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who looked at which persons' data, and why. */
export class RecoveryAccessLog1700000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(accessLogTable('recovery'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table recovery.access_log');
  }
}
