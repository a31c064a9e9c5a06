import { dropJournalCopies } from '@thads/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { complaintsRegister } from '../register';

export class ComplaintsJournalCopies1700000004000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return dropJournalCopies(runner, complaintsRegister);
  }

  // What is hashed does not change back: the chain is what was handed out since.
  async down(): Promise<void> {}
}
