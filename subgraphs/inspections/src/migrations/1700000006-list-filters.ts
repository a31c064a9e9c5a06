import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['inspection_plan', 'inspection', 'finding', 'supervision', 'protest'];

/** What has stood still longest comes first. */
export class InspectionsListFilters1700000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`create index ${table}_last_event on inspections.${table} (territory, last_event_on, id)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`drop index inspections.${table}_last_event`);
  }
}
