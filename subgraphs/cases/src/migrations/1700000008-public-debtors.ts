import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The public list of debtors without conditions. Cases of before name no parties; one that is without conditions is listed
 * with its next event.
 */
export class CasesPublicDebtors1700000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table cases.enforcement_case add column listed_on date, add column listed_ground text,
         add column listings integer not null default 0`,
    );
    await runner.query(`create table cases.public_listing (
      territory smallint not null,
      id text collate "C" not null,
      case_id text collate "C" not null,
      judgment_number text,
      decision_number text,
      obligation bigint not null,
      reason text not null,
      published_on date not null,
      shown_from date not null,
      shown_until date,
      primary key (territory, id)
    )`);
    await runner.query('create index public_listing_case on cases.public_listing (territory, case_id)');
    await runner.query(`create table cases.public_debtor (
      territory smallint not null,
      id text collate "C" not null,
      case_id text collate "C" not null,
      name text not null,
      address text,
      word text collate "C" not null,
      key text collate "C" not null,
      shown_from date not null,
      shown_until date,
      primary key (territory, id)
    )`);
    await runner.query('create index public_debtor_case on cases.public_debtor (territory, case_id)');
    await runner.query('create index public_debtor_province on cases.public_debtor (territory, word, key)');
    await runner.query('create index public_debtor_country on cases.public_debtor (word, key)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['public_debtor', 'public_listing']) await runner.query(`drop table cases.${table}`);
    await runner.query(
      'alter table cases.enforcement_case drop column listed_on, drop column listed_ground, drop column listings',
    );
  }
}
