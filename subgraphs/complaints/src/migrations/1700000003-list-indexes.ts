import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the lists are read by; an office's rows are a range of ids, so that the primary key serves it. */
export class ComplaintsListIndexes1700000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index complaints.petition_office');
    await runner.query('drop index complaints.reception_office');
    await runner.query('create index petition_state on complaints.petition (state, kind, territory, id)');
    await runner.query('create index petition_received on complaints.petition (territory, received_on, id)');
    await runner.query(
      `create index petition_due on complaints.petition (territory, coalesce(due_on, '-infinity'::date), id)`,
    );
    await runner.query('create index reception_received on complaints.reception (territory, received_on, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of ['petition_state', 'petition_received', 'petition_due', 'reception_received']) {
      await runner.query(`drop index complaints.${index}`);
    }
    await runner.query('create index petition_office on complaints.petition (territory, office, id)');
    await runner.query('create index reception_office on complaints.reception (territory, office, id)');
  }
}
