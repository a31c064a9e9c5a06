import { createRunningTotals, dropRunningTotals } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { complaintsRegister } from '../register';

export class ComplaintsRunningTotals1700000002000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createRunningTotals(runner, complaintsRegister);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropRunningTotals(runner, complaintsRegister);
  }
}
