import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['petition', 'compensation'];

/** What has stood still longest comes first. */
export class ComplaintsListFilters1700000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`create index ${table}_last_event on complaints.${table} (territory, last_event_on, id)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`drop index complaints.${table}_last_event`);
  }
}
