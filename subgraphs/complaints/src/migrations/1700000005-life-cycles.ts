import { narrowRunningTotals, rebuildRunningTotals, subjectColumns, widenRunningTotals } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { complaintsRegister } from '../register';

/** Slots that running totals made before do not have. */
const SLOTS = [
  'NOT_ACCEPTED',
  'RECEPTION_MASS_GROUP_CITIZENS',
  'RECEPTION_MASS_GROUP_MATTERS',
  'RECEPTION_VISITS_TO_HEAD',
  'RECEPTION_VISITS_ONLINE',
  'COMPENSATION_REQUESTED',
  'COMPENSATION_ACCEPTED',
  'COMPENSATION_REJECTED',
  'COMPENSATION_SETTLED',
  'COMPENSATION_PAID',
  'COMPENSATION_RECOURSE',
  'COMPENSATION_RECOURSE_COLLECTED',
];

/** The whole life cycles of petitions and receptions, and requests for state compensation. */
export class ComplaintsLifeCycles1700000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table complaints.petition
      add column representatives integer,
      add column act_on date,
      add column follows text collate "C",
      add column split_from text collate "C",
      add column parts integer,
      add column decision_number text,
      add column decision_sent_on date,
      add column decision_published_on date,
      add column to_office text collate "C",
      add column to_body text`);
    await runner.query('create index petition_split_from on complaints.petition (split_from, territory, id)');
    await runner.query(
      `create index petition_work on complaints.petition (state, territory, coalesce(due_on, '-infinity'::date), id)`,
    );
    await runner.query(`alter table complaints.reception
      add column mass_group_citizens integer not null default 0,
      add column mass_group_matters integer not null default 0,
      add column online boolean not null default false`);
    await runner.query(`create table complaints.compensation (
      ${subjectColumns},
      case_id text collate "C",
      caused_by text collate "C",
      requested_on date not null,
      requested bigint not null,
      accepted_on date,
      settled_on date,
      settled bigint not null,
      decision_number text,
      paid bigint not null check (paid <= settled),
      paid_on date,
      recourse bigint not null check (recourse <= paid),
      recourse_collected bigint not null check (recourse_collected <= recourse)
    )`);
    await runner.query('create index compensation_requested on complaints.compensation (territory, requested_on, id)');
    await widenRunningTotals(runner, complaintsRegister);
    await bookVisitsToHead(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await narrowRunningTotals(runner, complaintsRegister, SLOTS);
    await runner.query('drop table complaints.compensation');
    await runner.query(`alter table complaints.reception
      drop column mass_group_citizens, drop column mass_group_matters, drop column online`);
    await runner.query(`alter table complaints.petition
      drop column representatives, drop column act_on, drop column follows, drop column split_from, drop column parts,
      drop column decision_number, drop column decision_sent_on, drop column decision_published_on,
      drop column to_office, drop column to_body`);
    await runner.query('drop index complaints.petition_work');
  }
}

/** Receptions by the head were told apart in the register, not in the statistics. */
async function bookVisitsToHead(runner: QueryRunner): Promise<void> {
  const booked = (await runner.query(
    `insert into complaints.movement (journal_id, money, on_date, office, count, territory, overlays, slot, kind)
     select j.id, 0, r.received_on, r.office, r.visits, r.territory, 0, 'RECEPTION_VISITS_TO_HEAD', ''
     from complaints.reception r join lateral (
       select id from complaints.journal
       where territory = r.territory and subject_id = r.id and subject_type = 'reception' and type = 'RECEPTION_RECORDED'
       order by version desc limit 1
     ) j on true
     where r.received_by_head and r.state <> 'VOID'
     returning journal_id`,
  )) as unknown[];
  if (booked.length > 0) await rebuildRunningTotals(runner, complaintsRegister);
}
