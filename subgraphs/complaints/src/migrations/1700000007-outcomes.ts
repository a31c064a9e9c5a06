import { narrowRunningTotals, rebuildRunningTotals, widenRunningTotals } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { complaintsRegister } from '../register';
import { OUTCOMES } from '../statistics/petition.slots';

/** How petitions were resolved was told apart in the register, not in the statistics. */
export class ComplaintsOutcomes1700000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await widenRunningTotals(runner, complaintsRegister);
    const [booked] = (await runner.query(
      `with booked as (
         insert into complaints.movement (journal_id, money, on_date, office, count, territory, overlays, slot, kind)
         select j.id, 0, p.resolved_on, p.office, 1, p.territory, 0, 'RESOLVED_' || p.outcome, p.kind
         from complaints.petition p join lateral (
           select id from complaints.journal
           where territory = p.territory and subject_id = p.id and subject_type = 'petition' and type = 'PETITION_RESOLVED'
           order by version desc limit 1
         ) j on true
         where p.state = 'RESOLVED'
         returning 1
       ) select count(*)::integer as petitions from booked`,
    )) as { petitions: number }[];
    if (booked!.petitions > 0) await rebuildRunningTotals(runner, complaintsRegister);
  }

  down(runner: QueryRunner): Promise<void> {
    return narrowRunningTotals(runner, complaintsRegister, OUTCOMES);
  }
}
