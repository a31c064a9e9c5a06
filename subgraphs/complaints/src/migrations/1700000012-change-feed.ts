import { dropChangeFeedTables, makeChangeFeedTables } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { complaintsRegister } from '../register';

/** What the feed of changes needs: the key of its cursors, and who could see which records before, and which name which. */
export class ComplaintsChangeFeed1700000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makeChangeFeedTables(runner, complaintsRegister);
    await runner.query('create index petition_follows on complaints.petition (follows) where follows is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index complaints.petition_follows');
    await dropChangeFeedTables(runner, complaintsRegister);
  }
}
