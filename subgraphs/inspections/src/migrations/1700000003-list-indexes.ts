import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the lists are read by; an office's rows are a range of ids, so that the primary key serves it. */
export class InspectionsListIndexes1700000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index inspections.inspection_office');
    await runner.query('drop index inspections.finding_office');
    await runner.query(
      `create index inspection_planned on inspections.inspection (territory, coalesce(planned_for, '-infinity'::date), id)`,
    );
    await runner.query(
      `create index inspection_conducted on inspections.inspection (territory, coalesce(conducted_on, '-infinity'::date), id)`,
    );
    await runner.query('create index finding_recorded on inspections.finding (territory, recorded_on, id)');
    await runner.query(
      `create index finding_due on inspections.finding (territory, coalesce(due_on, '-infinity'::date), id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of ['inspection_planned', 'inspection_conducted', 'finding_recorded', 'finding_due']) {
      await runner.query(`drop index inspections.${index}`);
    }
    await runner.query('create index inspection_office on inspections.inspection (territory, office, id)');
    await runner.query('create index finding_office on inspections.finding (territory, office, id)');
  }
}
