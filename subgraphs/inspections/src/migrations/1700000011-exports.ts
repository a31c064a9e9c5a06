import { exportTable } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is taken of the register as a whole: who asked for it, and what became of it. */
export class InspectionsExports1700000011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of exportTable('inspections')) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table inspections.export');
  }
}
