import { createRunningTotals, dropRunningTotals } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { casesRegister } from '../register';

export class CasesRunningTotals1700000002000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createRunningTotals(runner, casesRegister);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropRunningTotals(runner, casesRegister);
  }
}
