import { dropJournalCopies } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { recoveryRegister } from '../register';

export class RecoveryJournalCopies1700000004000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return dropJournalCopies(runner, recoveryRegister);
  }

  // What is hashed does not change back: the chain is what was handed out since.
  async down(): Promise<void> {}
}
