import { type OfficeRecord, type RegisterEvent, isoDate } from '@thads/shared';
import { randomUUID } from 'node:crypto';

/** Stages of a case that clerks send in one after the other. */
const STAGES: readonly Record<string, unknown>[] = [
  { type: 'JUDGMENT_RECEIVED', kind: 'CIVIL', initiation: 'EX_OFFICIO', judgmentNumber: 'BA-1' },
  { type: 'DECISION_ISSUED', amount: 90_000_000, decisionNumber: 'QD-1' },
  { type: 'CLASSIFIED_WITH_CONDITIONS' },
  { type: 'MONEY_PAID', amount: 30_000_000 },
  { type: 'COMPLETED' },
];

/** Endless valid events: case after case from judgment to completion within a September, in turn at the offices given. */
export function* clerkEvents(offices: readonly OfficeRecord[], year: number): Generator<RegisterEvent, never> {
  const name = randomUUID().slice(0, 8).toUpperCase();
  for (let number = 1; ; number += 1) {
    const subject = `${offices[number % offices.length]!.id}.W-${name}-${number}`;
    for (const [stage, fields] of STAGES.entries()) {
      const occurredOn = isoDate(year, 9, 1 + stage + (number % 25));
      yield { id: randomUUID(), subject, occurredOn, ...fields } as RegisterEvent;
    }
  }
}
