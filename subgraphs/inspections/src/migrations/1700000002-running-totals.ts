import { createRunningTotals, dropRunningTotals } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inspectionsRegister } from '../register';

export class InspectionsRunningTotals1700000002000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createRunningTotals(runner, inspectionsRegister);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropRunningTotals(runner, inspectionsRegister);
  }
}
