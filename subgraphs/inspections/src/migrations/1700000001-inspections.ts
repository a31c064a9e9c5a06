import { registerTables, reportEntryTable, subjectColumns } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inspectionsRegister } from '../register';

export class Inspections1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of registerTables(inspectionsRegister)) await runner.query(statement);
    await runner.query(reportEntryTable('inspections'));
    await runner.query(`create table inspections.inspection (
      ${subjectColumns},
      kind text not null,
      theme text not null,
      unit integer not null,
      planned_on date,
      planned_for date,
      conducted_on date,
      concluded_on date,
      cancelled_on date,
      conclusion text
    )`);
    await runner.query('create index inspection_office on inspections.inspection (territory, office, id)');
    await runner.query('create index inspection_unit on inspections.inspection (unit, territory, id)');
    await runner.query(`create table inspections.finding (
      ${subjectColumns},
      inspection_id text collate "C" not null,
      kind text,
      finding_kind text not null,
      severity text,
      article text,
      unit integer,
      against_officer text collate "C",
      case_id text collate "C",
      recommendation text,
      due_on date,
      recorded_on date not null,
      closed_on date,
      check ((recommendation is null) = (due_on is null))
    )`);
    await runner.query('create index finding_office on inspections.finding (territory, office, id)');
    await runner.query('create index finding_inspection on inspections.finding (inspection_id, territory, id)');
    await runner.query('create index finding_unit on inspections.finding (unit, territory, id)');
    await runner.query('create index finding_officer on inspections.finding (against_officer, territory, id)');
    await runner.query('create index finding_case on inspections.finding (case_id, territory, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema inspections cascade');
  }
}
