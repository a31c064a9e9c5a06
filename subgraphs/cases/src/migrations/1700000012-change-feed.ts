import { dropChangeFeedTables, makeChangeFeedTables } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { casesRegister } from '../register';

/** What the feed of changes needs: the key of its cursors, and who could see which records before. */
export class CasesChangeFeed1700000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makeChangeFeedTables(runner, casesRegister);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropChangeFeedTables(runner, casesRegister);
  }
}
