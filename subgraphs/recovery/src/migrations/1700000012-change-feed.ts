import { dropChangeFeedTables, makeChangeFeedTables } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { recoveryRegister } from '../register';

/** What the feed of changes needs: the key of its cursors, and who could see which records before. */
export class RecoveryChangeFeed1700000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makeChangeFeedTables(runner, recoveryRegister);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropChangeFeedTables(runner, recoveryRegister);
  }
}
