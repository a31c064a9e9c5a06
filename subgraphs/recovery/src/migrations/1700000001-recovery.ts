import { registerTables, reportEntryTable, subjectColumns } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { recoveryRegister } from '../register';

/** Columns of a row that an event adds beside its subject; its id is the subject's with a running number. */
function detailColumns(subjectIdColumn: string): string {
  return `territory smallint not null,
      id text collate "C" not null,
      ${subjectIdColumn} text collate "C" not null,
      number integer not null,
      primary key (territory, id)`;
}

export class Recovery1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of registerTables(recoveryRegister)) await runner.query(statement);
    await runner.query(reportEntryTable('recovery'));
    await runner.query(`create table recovery.obligation (
      ${subjectColumns},
      category text not null,
      overlays smallint not null,
      case_id text collate "C",
      amount bigint not null check (amount > 0),
      collected bigint not null check (collected between 0 and amount),
      remitted bigint not null check (remitted between 0 and collected),
      paid bigint not null check (paid >= 0),
      costs bigint not null check (costs >= 0),
      recorded_on date not null,
      ended_on date,
      receipt_count integer not null,
      distribution_count integer not null,
      constraint obligation_held check (remitted + paid + costs <= collected)
    )`);
    await runner.query('create index obligation_office on recovery.obligation (territory, office, id)');
    await runner.query('create index obligation_case on recovery.obligation (case_id, territory, id)');
    await runner.query(`create table recovery.receipt (
      ${detailColumns('obligation_id')},
      office integer not null,
      amount bigint not null check (amount > 0),
      received_on date not null,
      receipt_number text,
      payer text,
      electronic boolean not null
    )`);
    await runner.query('create index receipt_office on recovery.receipt (territory, office, id)');
    await runner.query('create index receipt_obligation on recovery.receipt (obligation_id, territory, id)');
    await runner.query(`create table recovery.distribution (
      ${detailColumns('obligation_id')},
      kind text not null,
      amount bigint not null check (amount > 0),
      distributed_on date not null
    )`);
    await runner.query('create index distribution_obligation on recovery.distribution (obligation_id, territory, id)');
    await runner.query(`create table recovery.asset (
      ${subjectColumns},
      asset_kind text,
      description text not null,
      overlays smallint not null,
      case_id text collate "C",
      appraised_value bigint,
      seized_on date not null,
      auctions integer not null,
      starting_price bigint,
      sold_for bigint,
      constraint asset_sold check (sold_for >= starting_price)
    )`);
    await runner.query('create index asset_office on recovery.asset (territory, office, id)');
    await runner.query('create index asset_case on recovery.asset (case_id, territory, id)');
    await runner.query(`create table recovery.auction_round (
      ${detailColumns('asset_id')},
      starting_price bigint not null,
      sold_price bigint check (sold_price >= starting_price),
      held_on date not null
    )`);
    await runner.query('create index auction_round_asset on recovery.auction_round (asset_id, territory, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema recovery cascade');
  }
}
