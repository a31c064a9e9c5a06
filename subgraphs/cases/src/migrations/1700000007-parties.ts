import { numberWordSql } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const NUMBERS = ['judgment', 'decision'];

/** The parties of cases, and what cases are found by. */
export class CasesParties1700000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // One pass over the cases that are there: what is made of their numbers is written into each row.
    await runner.query(
      `alter table cases.enforcement_case add column parties_stated integer not null default 0,
         add column parties_replaced jsonb,
         ${NUMBERS.map((of) => `add column ${of}_word text collate "C" generated always as (${numberWordSql(`${of}_number`)}) stored`).join(', ')}`,
    );
    for (const of of NUMBERS) {
      await runner.query(
        `create index enforcement_case_${of} on cases.enforcement_case (territory, office, ${of}_word, id)
         where ${of}_word is not null`,
      );
    }
    await runner.query(`create table cases.party (
      territory smallint not null,
      id text collate "C" not null,
      case_id text collate "C" not null,
      number smallint not null,
      role text not null,
      kind text not null,
      name text not null,
      identity_number text,
      address text,
      stated_on date not null,
      primary key (territory, id)
    )`);
    await runner.query('create index party_case on cases.party (case_id, territory, id)');
    // Several words have the id of their party.
    await runner.query(`create table cases.party_word (
      territory smallint not null,
      office integer not null,
      replaced_on date,
      id text collate "C" not null,
      word text collate "C" not null,
      case_id text collate "C" not null
    )`);
    await runner.query('create index party_word_party on cases.party_word (territory, id)');
    await runner.query(
      `create index party_word_search on cases.party_word (territory, office, word, case_id) where replaced_on is null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['party_word', 'party']) await runner.query(`drop table cases.${table}`);
    const columns = ['parties_stated', 'parties_replaced', ...NUMBERS.map((of) => `${of}_word`)];
    await runner.query(
      `alter table cases.enforcement_case ${columns.map((column) => `drop column ${column}`).join(', ')}`,
    );
  }
}
