import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the lists are ordered by besides days of recording; amounts inside the index of receipts. */
export class RecoveryListFilters1700000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index obligation_amount on recovery.obligation (territory, state, amount, id, office, category, overlays)',
    );
    await runner.query(
      `create index obligation_last_event on recovery.obligation
         (territory, state, last_event_on, id, office, category, overlays)`,
    );
    await runner.query(
      `create index obligation_due on recovery.obligation
         (territory, coalesce(due_on, '-infinity'::date), id, office, overlays, state, category, amount)
         where due_on is not null`,
    );
    await runner.query('drop index recovery.receipt_received');
    await runner.query(
      `create index receipt_received on recovery.receipt
         (territory, received_on, id, office, electronic, reversed_on, amount)`,
    );
    await runner.query(`create index asset_due on recovery.asset (territory, coalesce(due_on, '-infinity'::date), id)`);
    await runner.query('create index asset_last_event on recovery.asset (territory, last_event_on, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index recovery.receipt_received');
    await runner.query(
      'create index receipt_received on recovery.receipt (territory, received_on, id, office, electronic, reversed_on)',
    );
    for (const index of [
      'asset_last_event',
      'asset_due',
      'obligation_due',
      'obligation_last_event',
      'obligation_amount',
    ]) {
      await runner.query(`drop index recovery.${index}`);
    }
  }
}
