import type { Lifecycle, RegisterEvent } from '@thads/shared';
import type { CompensationEntity } from './compensation/compensation.entity';
import { compensationLifecycle } from './compensation/compensation.lifecycle';
import type { PetitionEntity } from './petition/petition.entity';
import { petitionLifecycle } from './petition/petition.lifecycle';
import type { ReceptionEntity } from './reception/reception.entity';
import { receptionLifecycle } from './reception/reception.lifecycle';
import { everyPair, tried } from './testing/every-pair.testkit';

const DAY = '2025-02-03';

/** A second-round complaint that is open to everything that can happen to a petition. */
const petition = {
  ...petitionLifecycle.initial,
  territory: 0,
  id: 'VN-00.D-2',
  office: 0,
  version: 1,
  lastEventOn: DAY,
  receivedOn: DAY,
  kind: 'COMPLAINT',
  round: 2,
  follows: 'VN63-10-00.D-1',
  measureStage: 'COERCION',
  acceptedOn: DAY,
  dueOn: '2025-03-20',
} as PetitionEntity;

const compensation = {
  ...compensationLifecycle.initial,
  territory: 0,
  id: 'VN-00.B-1',
  office: 0,
  version: 1,
  lastEventOn: DAY,
  requestedOn: DAY,
  requested: 100,
  acceptedOn: DAY,
  settledOn: DAY,
  settled: 100,
  paid: 50,
  recourse: 20,
} as CompensationEntity;

const reception = {
  ...receptionLifecycle.initial,
  territory: 0,
  id: 'VN-00.T-1',
  office: 0,
  version: 1,
  lastEventOn: DAY,
  receivedOn: DAY,
  visits: 1,
  citizens: 1,
  matters: 1,
} as ReceptionEntity;

const fields: Readonly<Record<string, object>> = {
  PETITION_RECEIVED: { kind: 'COMPLAINT' },
  HANDLER_ASSIGNED: { officer: 'VN63-10-01.CHV-9' },
  PETITION_SPLIT: { parts: 2 },
  PETITION_NOT_ACCEPTED: { ground: 'OUT_OF_TIME' },
  PETITION_FORWARDED: { toBody: 'Tòa án' },
  PETITION_FILED: { ground: 'REPEATED' },
  PETITION_EXTENDED: { ground: 'REMOTE' },
  PETITION_RESOLVED: { outcome: 'WRONG', decisionNumber: '1' },
  PETITION_STOPPED: { ground: 'DEATH', decisionNumber: '1' },
  RECEPTION_RECORDED: { visits: 1, citizens: 1, matters: 1 },
  COMPENSATION_REQUESTED: { amount: 100 },
  COMPENSATION_REJECTED: { ground: 'NO_RIGHT' },
  COMPENSATION_STOPPED: { ground: 'WITHDRAWN', decisionNumber: '1' },
  COMPENSATION_SETTLED: { amount: 100, decisionNumber: '1' },
  COMPENSATION_PAID: { amount: 50 },
  RECOURSE_DECIDED: { amount: 30, decisionNumber: '1' },
  RECOURSE_COLLECTED: { amount: 20 },
};

const subjects: readonly (readonly [Lifecycle<any, any>, object])[] = [
  [petitionLifecycle, petition],
  [compensationLifecycle, compensation],
  [receptionLifecycle, reception],
];
const pairs = subjects.flatMap(([lifecycle, subject]) =>
  everyPair(lifecycle).map((pair) => ({ ...pair, lifecycle, subject, of: lifecycle.subjectType })),
);

test.each(pairs)('of a $of that is $state, $type: $rule', ({ lifecycle, subject, state, type, rule }) => {
  const { id } = subject as { id: string };
  const event: RegisterEvent = { id: 'e', subject: id, type, occurredOn: DAY, ...fields[type] };
  expect(tried(lifecycle, state === null ? null : ({ ...subject, state } as never), event)).toBe(rule);
});

const required = subjects.flatMap(([lifecycle, subject]) =>
  lifecycle.transitions
    .filter(({ isDecision, grounds }) => isDecision || grounds)
    .flatMap((transition) => transition.from.map((state) => ({ ...transition, lifecycle, subject, state }))),
);

test.each(required)('$event has the number of its decision and one of its grounds', (row) => {
  const { lifecycle, subject, state, event: type, isDecision, grounds } = row;
  const attempt = (change: object): string | null =>
    tried(lifecycle, { ...subject, state } as never, {
      id: 'e',
      subject: (subject as { id: string }).id,
      type,
      occurredOn: DAY,
      ...fields[type],
      ...change,
    });
  expect(attempt({})).toBeNull();
  if (isDecision) expect(attempt({ decisionNumber: null })).toBe('FIELD_MISSING');
  if (!grounds) return;
  expect(attempt({ ground: null })).toBe('FIELD_MISSING');
  expect(attempt({ ground: 'Điều 1' })).toBe('GROUND_UNKNOWN');
  expect(Object.keys(grounds).map((ground) => attempt({ ground }))).toEqual(Object.keys(grounds).map(() => null));
});
