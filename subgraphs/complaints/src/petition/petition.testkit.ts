import { type Decision, type IsoDate, type Movement, addDays, decide } from '@thads/shared';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { PetitionEntity } from './petition.entity';
import { MeasureStage, PetitionKind, PetitionOutcome } from './petition.enums';
import type { PetitionEvent } from './petition.event';
import { petitionLifecycle } from './petition.lifecycle';

export const TODAY = '2026-06-30';
export const OFFICER = 'VN63-10-01.CHV-7';

export function petitionEvent(type: string, occurredOn: IsoDate, fields: Partial<PetitionEvent> = {}): PetitionEvent {
  return { id: randomUUID(), subject: 'VN63-10-01.D-2024-00017', type, occurredOn, ...fields };
}

/** What the register did with a series of events about one petition. */
export interface Played {
  readonly state: PetitionEntity | null;
  readonly movements: readonly Movement[];
  readonly last: Decision<PetitionEntity>;
}

/** Plays events in order; a refused one leaves everything as it is. */
export function play(...events: readonly [PetitionEvent, ...PetitionEvent[]]): Played {
  let state: PetitionEntity | null = null;
  const movements: Movement[] = [];
  let last: Decision<PetitionEntity>;
  for (const event of events) {
    last = decide(petitionLifecycle, state, event, TODAY);
    if (!last.accepted) continue;
    state = last.state;
    movements.push(...last.movements);
  }
  return { state, movements, last: last! };
}

/** Where the second round of the office's complaints was decided until there was one local level. */
const PROVINCE = 'VN63-10-00';

const receipt: fc.Arbitrary<Partial<PetitionEvent>> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom(...Object.values(PetitionKind)),
      round: fc.constantFrom(null, 1, 2, 3),
      measureStage: fc.constantFrom(null, ...Object.values(MeasureStage)),
      complex: fc.boolean(),
      againstOfficer: fc.constantFrom(null, OFFICER, 'nobody'),
      signers: fc.constantFrom(null, 0, 7),
      actOn: fc.constantFrom(null, '2024-07-25'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      subject: fc.constant(`${PROVINCE}.D-2024-00018`),
      kind: fc.constant('COMPLAINT' as const),
      round: fc.constant(2),
      follows: fc.constant('VN63-10-01.D-2024-00017'),
      measureStage: fc.constantFrom(...Object.values(MeasureStage)),
    }),
  },
);

const FIRST_DAY = '2024-08-01';

const later = fc.record({
  type: fc.constantFrom(
    'PETITION_RECEIVED',
    ...petitionLifecycle.transitions.map(({ event }) => event),
    ...Array.from({ length: 4 }, () => ['PETITION_ACCEPTED', 'PETITION_EXTENDED', 'PETITION_RESOLVED'] as const).flat(),
  ),
  daysLater: fc.integer({ min: -2, max: 70 }),
  officer: fc.constantFrom(null, null, OFFICER),
  outcome: fc.constantFrom(null, ...Object.values(PetitionOutcome)),
});

/** What an event of the type needs, besides what is in question. */
const NEEDED: Readonly<Record<string, Partial<PetitionEvent>>> = {
  HANDLER_ASSIGNED: { officer: 'VN63-10-01.CHV-9' },
  PETITION_SPLIT: { parts: 2 },
  PETITION_ACCEPTED: { representatives: null },
  PETITION_NOT_ACCEPTED: { ground: 'NO_CAPACITY' },
  PETITION_FORWARDED: { toBody: 'Tòa án nhân dân' },
  PETITION_FILED: { ground: 'REPEATED' },
  PETITION_EXTENDED: { ground: 'COMPLEX' },
  PETITION_RESOLVED: { decisionNumber: '12/QĐ-THADS' },
  PETITION_STOPPED: { decisionNumber: '13/QĐ-THADS', ground: 'DEATH' },
};

/** Any series of events about one petition, allowed or not. */
export const anyHistory: fc.Arbitrary<Played> = fc
  .tuple(receipt, fc.integer({ min: 0, max: 200 }), fc.array(later, { maxLength: 6 }))
  .map(([fields, offset, attempts]) => {
    let day = addDays(FIRST_DAY, offset);
    const opening = petitionEvent('PETITION_RECEIVED', day, fields);
    const { subject } = opening;
    const others = attempts.map(({ type, daysLater, officer, outcome }) => {
      day = addDays(day, daysLater);
      const taken = type === 'PETITION_RESOLVED' ? { officer, outcome } : { officer };
      return petitionEvent(type, day, {
        subject,
        ...(type === 'PETITION_RECEIVED' ? fields : { ...NEEDED[type], ...taken }),
      });
    });
    return play(opening, ...others);
  });

/** Every day on which something of a history can be booked. */
export const everyDay: readonly IsoDate[] = Array.from({ length: 800 }, (_, index) => addDays(FIRST_DAY, index - 1));
