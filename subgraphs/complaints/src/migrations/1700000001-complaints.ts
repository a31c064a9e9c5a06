import { registerTables, reportEntryTable, subjectColumns } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { complaintsRegister } from '../register';

export class Complaints1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of registerTables(complaintsRegister)) await runner.query(statement);
    await runner.query(reportEntryTable('complaints'));
    await runner.query(`create table complaints.petition (
      ${subjectColumns},
      kind text not null,
      round smallint not null check (round in (1, 2)),
      measure_stage text not null,
      complex boolean not null,
      case_id text collate "C",
      against_officer text collate "C",
      signers integer not null,
      received_on date not null,
      accepted_on date,
      due_on date,
      resolved_on date,
      outcome text
    )`);
    await runner.query('create index petition_office on complaints.petition (territory, office, id)');
    await runner.query('create index petition_case on complaints.petition (case_id, territory, id)');
    await runner.query('create index petition_against_officer on complaints.petition (against_officer, territory, id)');
    await runner.query(`create table complaints.reception (
      ${subjectColumns},
      received_on date not null,
      visits integer not null,
      citizens integer not null,
      matters integer not null,
      mass_groups integer not null,
      received_by_head boolean not null
    )`);
    await runner.query('create index reception_office on complaints.reception (territory, office, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema complaints cascade');
  }
}
