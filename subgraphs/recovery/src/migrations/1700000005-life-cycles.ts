import { narrowRunningTotals, widenRunningTotals } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { recoveryRegister } from '../register';
import { EXEMPTIONS } from '../statistics/recovery.slots';

/** Reversals, exemptions, the steps of a sale and legal times. */
export class RecoveryLifeCycles1700000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await widenRunningTotals(runner, recoveryRegister);
    await runner.query('alter table recovery.receipt add column reversed_on date');
    await runner.query(
      'alter table recovery.distribution add column remittance_list text, add column reversed_on date',
    );
    await runner.query(`alter table recovery.obligation
      add column exempted bigint not null default 0 check (exempted >= 0),
      add column due_on date,
      add column receipts jsonb not null default '[]',
      add column distributions jsonb not null default '[]',
      add column exemptions jsonb not null default '[]',
      add constraint obligation_rest check (collected + exempted <= amount)`);
    await runner.query(`update recovery.obligation o set receipts = r.receipts from (
        select territory, obligation_id,
          jsonb_agg(jsonb_build_object('amount', amount, 'on', received_on) order by number) as receipts
        from recovery.receipt group by 1, 2
      ) r where o.territory = r.territory and o.id = r.obligation_id`);
    await runner.query(`update recovery.obligation o set distributions = d.distributions from (
        select territory, obligation_id,
          jsonb_agg(jsonb_build_object('amount', amount, 'kind', kind) order by number) as distributions
        from recovery.distribution group by 1, 2
      ) d where o.territory = d.territory and o.id = d.obligation_id`);
    // What came in first went out first.
    await runner.query(`update recovery.obligation o set due_on = held.since + 10 from (
        select r.territory, r.obligation_id, min(r.received_on) as since
        from (select *, sum(amount) over (partition by territory, obligation_id order by number) as received
              from recovery.receipt) r
        join recovery.obligation o on o.territory = r.territory and o.id = r.obligation_id
        where r.received > o.remitted + o.paid + o.costs group by 1, 2
      ) held where o.territory = held.territory and o.id = held.obligation_id`);
    await runner.query(`alter table recovery.asset
      add column appraised_on date,
      add column is_reappraised boolean not null default false,
      add column last_round_on date,
      add column first_starting_price bigint,
      add column reductions integer not null default 0,
      add column sale_on date,
      add column due_on date`);
    await runner.query(`update recovery.asset a set appraised_on = j.occurred_on from recovery.journal j
      where j.territory = a.territory and j.subject_id = a.id and j.subject_type = 'asset'
        and j.type = 'ASSET_APPRAISED' and a.appraised_value is not null`);
    await runner.query(`update recovery.asset a
      set last_round_on = r.last_on, first_starting_price = r.first_price, reductions = r.reductions
      from (
        select territory, asset_id, max(held_on) as last_on,
          max(starting_price) filter (where number = 1) as first_price,
          count(*) filter (where starting_price < before) as reductions
        from (select *, lag(starting_price) over (partition by territory, asset_id order by number) as before
              from recovery.auction_round) round
        group by 1, 2
      ) r where a.territory = r.territory and a.id = r.asset_id`);
    await runner.query(`update recovery.asset set due_on = 10 + case state
      when 'APPRAISED' then appraised_on else last_round_on end where state in ('APPRAISED', 'ON_SALE')`);
    await runner.query('drop index recovery.obligation_recorded');
    await runner.query(
      `create index obligation_recorded on recovery.obligation
       (territory, recorded_on, id, office, overlays, state, category, amount, due_on)`,
    );
    await runner.query('drop index recovery.receipt_received');
    await runner.query(
      'create index receipt_received on recovery.receipt (territory, received_on, id, office, electronic, reversed_on)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index recovery.receipt_received');
    await runner.query('drop index recovery.obligation_recorded');
    await runner.query(
      'create index receipt_received on recovery.receipt (territory, received_on, id, office, electronic)',
    );
    await runner.query(
      'create index obligation_recorded on recovery.obligation (territory, recorded_on, id, office, overlays, state, category)',
    );
    await runner.query(`alter table recovery.asset drop column appraised_on, drop column is_reappraised,
      drop column last_round_on, drop column first_starting_price, drop column reductions, drop column sale_on,
      drop column due_on`);
    await runner.query(`alter table recovery.obligation drop constraint obligation_rest,
      drop column exempted, drop column due_on, drop column receipts, drop column distributions, drop column exemptions`);
    await runner.query('alter table recovery.distribution drop column remittance_list, drop column reversed_on');
    await runner.query('alter table recovery.receipt drop column reversed_on');
    await narrowRunningTotals(runner, recoveryRegister, EXEMPTIONS);
  }
}
