import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As `numberWord` makes it of a number; the collation is PostgreSQL's own, whatever the server's is. */
const wordOf = (number: string): string =>
  `left(regexp_replace(translate(regexp_replace(normalize(lower(${number} collate pg_c_utf8), nfd), '[\\u0300-\\u036f]', '', 'g'),
     'đð', 'dd'), '\\s+', '', 'g'), 200)`;

const NUMBERS = { id: 'id', judgment: 'judgment_number', decision: 'decision_number' };

/** The parties of cases, and the words and numbers that cases are found by. */
export class CasesParties1700000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table cases.enforcement_case add column parties_stated integer not null default 0,
         add column parties_replaced jsonb`,
    );
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
    await runner.query(`create table cases.party_word (
      territory smallint not null,
      office integer not null,
      replaced_on date,
      id text collate "C" not null,
      word text collate "C" not null,
      case_id text collate "C" not null,
      primary key (territory, id, word)
    )`);
    await runner.query(
      `create index party_word_search on cases.party_word (territory, office, word, case_id) where replaced_on is null`,
    );
    await runner.query(`create table cases.case_number (
      territory smallint not null,
      office integer not null,
      id text collate "C" not null,
      word text collate "C" not null,
      case_id text collate "C" not null
    )`);
    for (const [of, number] of Object.entries(NUMBERS)) {
      await runner.query(
        `insert into cases.case_number (territory, office, id, word, case_id)
         select territory, office, id || '.${of}', ${wordOf(number)}, id
         from cases.enforcement_case where ${number} is not null and state <> 'VOID'`,
      );
    }
    // After the rows: made at once they are a fraction of the work, and of the size.
    await runner.query('alter table cases.case_number add primary key (territory, id)');
    await runner.query('create index case_number_search on cases.case_number (territory, office, word, case_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['case_number', 'party_word', 'party']) await runner.query(`drop table cases.${table}`);
    await runner.query('alter table cases.enforcement_case drop column parties_stated, drop column parties_replaced');
  }
}
