import { widenRunningTotals } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { casesRegister } from '../register';

const COLUMNS = [
  'effective_on date',
  'excluded_days integer not null default 0',
  'collected bigint not null default 0',
  'terminated_amount bigint not null default 0',
  'entrusted_amount bigint not null default 0',
  'reduced_amount bigint not null default 0',
  'verification_due_on date',
  'no_conditions_on date',
  'no_conditions_ground text',
  'reverifications integer not null default 0',
  'times_separated integer not null default 0',
  'separated_amount bigint not null default 0',
  'is_separate boolean not null default false',
  'security_measures integer not null default 0',
  'asset_price bigint',
  'asset_first_price bigint',
  'price_reductions integer not null default 0',
  'reappraised boolean not null default false',
  'sale_on date',
  'postponed_until date',
  'protest_postponed boolean not null default false',
];

/** Room for the whole life cycle of a case. */
export class CasesLifeCycles1700000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table cases.enforcement_case ${COLUMNS.map((column) => `add column ${column}`).join(', ')}`,
    );
    await runner.query('update cases.enforcement_case set collected = paid where paid > 0');
    await runner.query(
      'create index enforcement_case_last_event on cases.enforcement_case (territory, state, last_event_on, id, office, kind)',
    );
    await runner.query(
      `create index enforcement_case_verification_due on cases.enforcement_case
         (territory, coalesce(verification_due_on, '-infinity'::date), id, office, state, kind)`,
    );
    await widenRunningTotals(runner, casesRegister);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index cases.enforcement_case_last_event');
    const names = COLUMNS.map((column) => column.split(' ')[0]!);
    await runner.query(`alter table cases.enforcement_case ${names.map((name) => `drop column ${name}`).join(', ')}`);
  }
}
