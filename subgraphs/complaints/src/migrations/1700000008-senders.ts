import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who sent petitions, apart from them, and who is in charge of them: the officer of their receipt, as from now on. */
export class ComplaintsSenders1700000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table complaints.petition add column handler text collate "C"');
    await runner.query(
      `update complaints.petition p set handler = j.officer
       from (select distinct on (territory, subject_id) territory, subject_id, content::json ->> 'officer' as officer
             from complaints.journal where subject_type = 'petition' and type = 'PETITION_RECEIVED'
             order by territory, subject_id, version desc) j
       where p.territory = j.territory and p.id = j.subject_id and j.officer is not null`,
    );
    await runner.query(`create table complaints.petition_sender (
      territory smallint not null,
      id text collate "C" not null,
      name text not null,
      identity_number text,
      address text,
      primary key (territory, id)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table complaints.petition_sender');
    await runner.query('alter table complaints.petition drop column handler');
  }
}
