import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the lists are read by; an office's rows are a range of ids, so that the primary key serves it. */
export class RecoveryListIndexes1700000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['obligation', 'receipt', 'asset']) await runner.query(`drop index recovery.${table}_office`);
    await runner.query('create index obligation_state on recovery.obligation (state, category, territory, id)');
    await runner.query(
      'create index obligation_overlay on recovery.obligation (overlays, state, territory, id, category) where overlays <> 0',
    );
    await runner.query(
      'create index obligation_recorded on recovery.obligation (territory, recorded_on, id, office, overlays, state, category)',
    );
    await runner.query(
      'create index receipt_received on recovery.receipt (territory, received_on, id, office, electronic)',
    );
    await runner.query('create index asset_seized on recovery.asset (territory, seized_on, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of [
      'obligation_state',
      'obligation_overlay',
      'obligation_recorded',
      'receipt_received',
      'asset_seized',
    ]) {
      await runner.query(`drop index recovery.${index}`);
    }
    for (const table of ['obligation', 'receipt', 'asset']) {
      await runner.query(`create index ${table}_office on recovery.${table} (territory, office, id)`);
    }
  }
}
