import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPEN = [
  'DECIDED',
  'VOLUNTARY',
  'VERIFYING',
  'WITH_CONDITIONS',
  'PART_PAID',
  'COERCING',
  'SEIZED',
  'APPRAISED',
  'ON_SALE',
  'COLLECTED',
  'NO_CONDITIONS',
  'POSTPONED_BY_CONSENT',
  'POSTPONED',
  'SUSPENDED',
];

const isIn = (states: readonly string[]): string => `state in (${states.map((state) => `'${state}'`).join(', ')})`;

/** Special categories inside the indexes of worklists; those of what is still to be done have only that. */
export class CasesListFilters1700000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index enforcement_case_unenforced on cases.enforcement_case
         (territory, coalesce(decided_on, '-infinity'::date), id, office, overlays, state, kind) where ${isIn(OPEN)}`,
    );
    await runner.query(
      `create index enforcement_case_decision_due on cases.enforcement_case
         (territory, coalesce(decision_due_on, '-infinity'::date), id, office, overlays, state, kind)
         where ${isIn(['RECEIVED', 'REQUESTED'])}`,
    );
    await replaceWorklists(runner, ', overlays');
    await runner.query(
      'create index administrative_judgment_monitored on cases.administrative_judgment (territory, monitored_on, id)',
    );
    await runner.query(
      'create index administrative_judgment_last_event on cases.administrative_judgment (territory, last_event_on, id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of [
      'administrative_judgment_last_event',
      'administrative_judgment_monitored',
      'enforcement_case_decision_due',
      'enforcement_case_unenforced',
    ]) {
      await runner.query(`drop index cases.${index}`);
    }
    await replaceWorklists(runner, '');
  }
}

async function replaceWorklists(runner: QueryRunner, overlays: string): Promise<void> {
  await runner.query('drop index cases.enforcement_case_last_event');
  await runner.query(
    `create index enforcement_case_last_event on cases.enforcement_case
       (territory, state, last_event_on, id, office, kind${overlays})`,
  );
  await runner.query('drop index cases.enforcement_case_verification_due');
  await runner.query(
    `create index enforcement_case_verification_due on cases.enforcement_case
       (territory, coalesce(verification_due_on, '-infinity'::date), id, office, state, kind${overlays})`,
  );
}
