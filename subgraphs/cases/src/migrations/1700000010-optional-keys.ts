import { rebuildOptionalKeys, restoreOptionalKeys } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists ordered by days that some rows do not have are read by their indexes below row level security too. */
export class CasesOptionalKeys1700000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rebuildOptionalKeys(runner, 'cases');
  }

  async down(runner: QueryRunner): Promise<void> {
    await restoreOptionalKeys(runner, 'cases');
  }
}
