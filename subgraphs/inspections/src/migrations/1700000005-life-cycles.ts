import { narrowRunningTotals, subjectColumns, widenRunningTotals } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inspectionsRegister } from '../register';
import { COUNTERS, PLANS, PROTESTS, SUPERVISIONS } from '../statistics/inspection.slots';

/** Counters that running totals made before have. */
const EARLIER: readonly string[] = ['INSPECTION_PLANNED', 'SELF_INSPECTION', 'SHORTCOMING', 'VIOLATION'];
const SLOTS = [...COUNTERS, ...PLANS, ...SUPERVISIONS, ...PROTESTS].filter((slot) => !EARLIER.includes(slot));

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  inspection: [
    'conclusion_parts jsonb',
    'concluded_by text',
    'plan_id text collate "C"',
    'decision_number text',
    'ordered_by text',
    'decided_on date',
    'team_head text',
    'announced_on date',
    'postponed_on date',
    'ended_on date',
    'follow_up text',
    'followed_up_on date',
  ],
  finding: ['extensions integer not null default 0', `consequences jsonb not null default '[]'`],
};

/** Yearly plans, the whole way of an inspection and its findings, supervision from outside and protests. */
export class InspectionsLifeCycles1700000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(COLUMNS)) {
      const additions = columns.map((column) => `add column if not exists ${column}`);
      await runner.query(`alter table inspections.${table} ${additions.join(', ')}`);
    }
    await widenRunningTotals(runner, inspectionsRegister);
    await runner.query('create index inspection_plan_id on inspections.inspection (plan_id, territory, id)');
    await runner.query(
      `create index finding_state_due on inspections.finding (territory, state, coalesce(due_on, '-infinity'::date), id)`,
    );
    await runner.query(`create table inspections.inspection_plan (
      ${subjectColumns},
      kind text not null,
      working_year integer not null,
      purpose text,
      scope_and_object text,
      content text,
      method text,
      organisation text,
      decision_number text,
      drafted_on date not null,
      due_on date not null,
      issued_on date,
      sent_on date,
      sent_to integer,
      adjusted_on date,
      closed_on date
    )`);
    await runner.query('create index inspection_plan_due on inspections.inspection_plan (territory, due_on, id)');
    await runner.query(
      `create index inspection_plan_issued
         on inspections.inspection_plan (territory, coalesce(issued_on, '-infinity'::date), id)`,
    );
    await runner.query(`create table inspections.supervision (
      ${subjectColumns},
      body text not null,
      units jsonb not null,
      case_id text collate "C",
      content text,
      conclusion text,
      document_number text,
      finding_count integer not null,
      recommendation_count integer not null,
      recorded_on date not null,
      received_on date,
      due_on date,
      answered_on date,
      followed_up_on date
    )`);
    await runner.query('create index supervision_case on inspections.supervision (case_id, territory, id)');
    await runner.query('create index supervision_recorded on inspections.supervision (territory, recorded_on, id)');
    await runner.query(
      `create index supervision_due on inspections.supervision (territory, coalesce(due_on, '-infinity'::date), id)`,
    );
    await runner.query(`create table inspections.protest (
      ${subjectColumns},
      protest_level text not null,
      document_number text not null,
      unit integer not null,
      case_id text collate "C",
      content text,
      received_on date not null,
      lodge_by date,
      due_on date not null,
      outcome text,
      answered_on date,
      complied_on date
    )`);
    await runner.query('create index protest_unit on inspections.protest (unit, territory, id)');
    await runner.query('create index protest_case on inspections.protest (case_id, territory, id)');
    await runner.query('create index protest_received on inspections.protest (territory, received_on, id)');
    await runner.query('create index protest_due on inspections.protest (territory, due_on, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['protest', 'supervision', 'inspection_plan']) {
      await runner.query(`drop table inspections.${table}`);
    }
    await runner.query('drop index inspections.finding_state_due');
    await narrowRunningTotals(runner, inspectionsRegister, SLOTS);
    for (const [table, columns] of Object.entries(COLUMNS)) {
      const removals = columns.map((column) => `drop column if exists ${column.split(' ')[0]}`);
      await runner.query(`alter table inspections.${table} ${removals.join(', ')}`);
    }
  }
}
