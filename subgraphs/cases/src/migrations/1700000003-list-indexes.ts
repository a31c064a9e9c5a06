import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the lists are read by; an office's rows are a range of ids, so that the primary key serves it. */
export class CasesListIndexes1700000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index cases.enforcement_case_office');
    await runner.query('create index enforcement_case_state on cases.enforcement_case (state, kind, territory, id)');
    for (const columns of ['overlays', 'overlays, state']) {
      await runner.query(
        `create index enforcement_case_${columns.replaceAll(', ', '_')} on cases.enforcement_case
           (${columns}, territory, id, kind) where overlays <> 0`,
      );
    }
    await runner.query(
      `create index enforcement_case_decided on cases.enforcement_case
         (territory, coalesce(decided_on, '-infinity'::date), id, office, overlays, state, kind)`,
    );
    await runner.query(
      `create index enforcement_case_amount on cases.enforcement_case
         (territory, state, amount, id, office, decided_on, overlays, kind)`,
    );
    await runner.query(
      'create index administrative_judgment_perform_by on cases.administrative_judgment (territory, perform_by, id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of [
      'enforcement_case_state',
      'enforcement_case_overlays',
      'enforcement_case_overlays_state',
      'enforcement_case_decided',
      'enforcement_case_amount',
      'administrative_judgment_perform_by',
    ]) {
      await runner.query(`drop index cases.${index}`);
    }
    await runner.query('create index enforcement_case_office on cases.enforcement_case (territory, office, id)');
  }
}
