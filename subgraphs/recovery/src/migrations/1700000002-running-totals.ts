import { createRunningTotals, dropRunningTotals } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { recoveryRegister } from '../register';

export class RecoveryRunningTotals1700000002000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createRunningTotals(runner, recoveryRegister);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropRunningTotals(runner, recoveryRegister);
  }
}
