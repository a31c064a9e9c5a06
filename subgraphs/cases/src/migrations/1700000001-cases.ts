import { reportEntryTable, registerTables, subjectColumns } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { casesRegister } from '../register';

export class Cases1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of registerTables(casesRegister)) await runner.query(statement);
    await runner.query(reportEntryTable('cases'));
    await runner.query(`create table cases.enforcement_case (
      ${subjectColumns},
      kind text not null,
      initiation text not null,
      overlays smallint not null,
      judgment_number text,
      received_on date,
      decision_due_on date,
      decided_on date,
      decision_number text,
      officer text collate "C",
      amount bigint not null,
      paid bigint not null check (paid between 0 and amount),
      coercions integer not null,
      coercions_with_forces integer not null,
      return_state text,
      ended_on date
    )`);
    await runner.query('create index enforcement_case_office on cases.enforcement_case (territory, office, id)');
    await runner.query('create index enforcement_case_officer on cases.enforcement_case (officer, territory, id)');
    await runner.query(`create table cases.coercion (
      territory smallint not null,
      id text collate "C" not null,
      case_id text collate "C" not null,
      measure text not null,
      mobilised_forces boolean not null,
      decided_on date not null,
      decision_number text,
      primary key (territory, id)
    )`);
    await runner.query('create index coercion_case on cases.coercion (case_id, territory, id)');
    await runner.query(`create table cases.officer (${subjectColumns}, name text not null, grade text not null)`);
    await runner.query(
      `create table cases.target (${subjectColumns}, scope text collate "C" not null, working_year integer not null)`,
    );
    await runner.query(`create table cases.target_value (
      id text collate "C" primary key,
      scope text collate "C" not null,
      working_year integer not null,
      valid_from date not null,
      cases_hundredths integer not null,
      money_hundredths integer not null,
      decision_number text
    )`);
    await runner.query('create index target_value_scope on cases.target_value (scope, working_year, valid_from)');
    await runner.query(`create table cases.administrative_judgment (
      ${subjectColumns},
      obliged_body text not null,
      perform_by date not null,
      monitored_on date not null,
      compelling_decisions integer not null,
      performed_on date
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema cases cascade');
  }
}
