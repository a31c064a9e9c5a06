import { type Decision, deadlinesOf, decide } from '@thads/shared';
import type { CompensationEntity } from './compensation.entity';
import { type CompensationEvent, compensationLifecycle } from './compensation.lifecycle';

const TODAY = '2026-06-30';
const OFFICER = 'VN63-10-01.CHV-1';

const event = (type: string, occurredOn: string, fields: Partial<CompensationEvent> = {}): CompensationEvent => ({
  id: `${type} ${occurredOn}`,
  subject: 'VN63-10-00.B-1',
  type,
  occurredOn,
  ...fields,
});

const requested = event('COMPENSATION_REQUESTED', '2024-10-01', { amount: 1_000, causedBy: OFFICER });
const accepted = event('COMPENSATION_ACCEPTED', '2024-10-03');
const settled = event('COMPENSATION_SETTLED', '2024-11-01', { amount: 600, decisionNumber: '1' });
const paid = (amount: number, day = '2024-11-05') => event('COMPENSATION_PAID', day, { amount });
const recourse = (amount: number) => event('RECOURSE_DECIDED', '2024-12-01', { amount, decisionNumber: '2' });
const collected = (amount: number) => event('RECOURSE_COLLECTED', '2025-01-02', { amount });

function play(...events: readonly CompensationEvent[]) {
  let state: CompensationEntity | null = null;
  const moved: string[] = [];
  let last: Decision<CompensationEntity> | undefined;
  for (const one of events) {
    last = decide(compensationLifecycle, state, one, TODAY);
    if (!last.accepted) break;
    ({ state } = last);
    moved.push(...last.movements.map(({ slot, onDate, count, money }) => `${onDate} ${slot} ${count} ${money}`));
  }
  return { state, moved, rule: last!.accepted ? null : last!.refusal.rule };
}

test('a request is accepted, settled, paid in parts, and taken back from the officer', () => {
  const { state, moved } = play(
    requested,
    accepted,
    settled,
    paid(200),
    paid(400, '2024-11-20'),
    recourse(250),
    collected(100),
  );
  expect(state).toMatchObject({
    state: 'PAID',
    requested: 1_000,
    acceptedOn: '2024-10-03',
    settled: 600,
    settledOn: '2024-11-01',
    decisionNumber: '1',
    paid: 600,
    paidOn: '2024-11-20',
    recourse: 250,
    recourseCollected: 100,
    causedBy: OFFICER,
  });
  expect(moved).toEqual([
    '2024-10-01 COMPENSATION_REQUESTED 1 1000',
    '2024-10-03 COMPENSATION_ACCEPTED 1 1000',
    '2024-11-01 COMPENSATION_SETTLED 1 600',
    '2024-11-05 COMPENSATION_PAID 1 200',
    '2024-11-20 COMPENSATION_PAID 0 400',
    '2024-12-01 COMPENSATION_RECOURSE 1 250',
    '2025-01-02 COMPENSATION_RECOURSE_COLLECTED 1 100',
  ]);
});

test.each([
  ['asks for nothing', 'AMOUNT_ZERO', [{ ...requested, amount: 0 }]],
  ['is about a case that is no identifier', 'REFERENCE_MALFORMED', [{ ...requested, case: 'C-1' }]],
  ['is about an officer that is no identifier', 'REFERENCE_MALFORMED', [{ ...requested, causedBy: 'x' }]],
  ['is settled for nothing', 'AMOUNT_ZERO', [requested, accepted, { ...settled, amount: 0 }]],
  ['is paid nothing', 'AMOUNT_ZERO', [requested, accepted, settled, paid(0)]],
  ['is paid more than was settled', 'AMOUNT_EXCEEDS_OUTSTANDING', [requested, accepted, settled, paid(200), paid(401)]],
  ['is paid what was settled', null, [requested, accepted, settled, paid(200), paid(400)]],
  ['is taken back before it is paid', 'TRANSITION_NOT_ALLOWED', [requested, accepted, settled, paid(200), recourse(1)]],
  ['is taken back in full', null, [requested, accepted, settled, paid(600), recourse(400), recourse(200)]],
  [
    'is taken back beyond what was paid',
    'AMOUNT_EXCEEDS_OUTSTANDING',
    [requested, accepted, settled, paid(600), recourse(400), recourse(201)],
  ],
  [
    'is collected without a decision',
    'AMOUNT_EXCEEDS_OUTSTANDING',
    [requested, accepted, settled, paid(600), collected(1)],
  ],
  ['is collected as decided', null, [requested, accepted, settled, paid(600), recourse(5), collected(5)]],
  [
    'is collected beyond that',
    'AMOUNT_EXCEEDS_OUTSTANDING',
    [requested, accepted, settled, paid(600), recourse(5), collected(6)],
  ],
  ['is accepted by who caused it', 'OWN_ACT', [requested, { ...accepted, officer: OFFICER }]],
  ['is settled with the signature of who caused it', 'OWN_ACT', [requested, accepted, { ...settled, signer: OFFICER }]],
  [
    'is accepted by another',
    null,
    [requested, { ...accepted, officer: 'VN63-10-01.CHV-2', signer: 'VN63-10-01.CHV-3' }],
  ],
])('a request that %s: %s', (_what, rule, events) => {
  expect(play(...events).rule).toBe(rule);
});

test('a request is accepted or not within two working days', () => {
  // 4 October 2024 is a Friday.
  const friday = { ...requested, occurredOn: '2024-10-04' };
  const [deadline] = deadlinesOf(compensationLifecycle, [friday], TODAY);
  expect(deadline).toMatchObject({ name: 'Decide on acceptance', dueOn: '2024-10-08', status: 'OVERDUE' });
  const rejected = event('COMPENSATION_REJECTED', '2024-10-08', { ground: 'NO_BASIS' });
  expect(deadlinesOf(compensationLifecycle, [friday, rejected], TODAY)).toMatchObject([{ status: 'MET' }]);
});
