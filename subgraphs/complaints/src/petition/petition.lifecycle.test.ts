import { addDays } from '@thads/shared';
import fc from 'fast-check';
import { OUTCOMES, petitionSlots } from '../statistics/petition.slots';
import { petitionLifecycle } from './petition.lifecycle';
import { OFFICER, anyHistory, everyDay, petitionEvent as event, play } from './petition.testkit';

const received = event('PETITION_RECEIVED', '2024-10-01', { kind: 'COMPLAINT' });
const accepted = event('PETITION_ACCEPTED', '2024-10-04');
const resolved = event('PETITION_RESOLVED', '2024-10-15', {
  outcome: 'PARTLY_RIGHT',
  decisionNumber: '12/QĐ-THADS',
});

function ruleOf(...events: Parameters<typeof play>): string | null {
  const { last } = play(...events);
  return last.accepted ? null : last.refusal.rule;
}

describe('a petition', () => {
  test('that states its kind only is a first-round complaint about what came before coercion, signed by one', () => {
    expect(play(received).state).toMatchObject({
      state: 'RECEIVED',
      round: 1,
      measureStage: 'BEFORE_COERCION',
      complex: false,
      caseId: null,
      againstOfficer: null,
      signers: 1,
      receivedOn: '2024-10-01',
      acceptedOn: null,
      dueOn: null,
    });
  });

  test('is due from the day of its acceptance, and resolved with its outcome', () => {
    expect(play(received, accepted, resolved).state).toMatchObject({
      state: 'RESOLVED',
      acceptedOn: '2024-10-04',
      dueOn: '2024-10-19',
      resolvedOn: '2024-10-15',
      outcome: 'PARTLY_RIGHT',
      decisionNumber: '12/QĐ-THADS',
    });
  });

  test.each([
    ['forwarded', 'PETITION_FORWARDED', 'FORWARDED', { toOffice: 'VN63-10-00' }],
    ['filed', 'PETITION_FILED', 'FILED', { ground: 'REPEATED' }],
    ['withdrawn', 'PETITION_WITHDRAWN', 'WITHDRAWN', {}],
    ['not accepted', 'PETITION_NOT_ACCEPTED', 'NOT_ACCEPTED', { ground: 'NOT_AFFECTED' }],
    ['split', 'PETITION_SPLIT', 'SPLIT', { parts: 2 }],
  ])('can be %s instead of accepted', (_name, type, state, fields) => {
    expect(play(received, event(type, '2024-10-04', fields)).state).toMatchObject({
      state,
      acceptedOn: null,
      dueOn: null,
    });
  });

  test.each([
    [
      'is not received twice',
      'SUBJECT_EXISTS',
      received,
      event('PETITION_RECEIVED', '2024-10-02', { kind: 'REQUEST' }),
    ],
    ['is not accepted before it is received', 'SUBJECT_UNKNOWN', accepted, accepted],
    [
      'needs a kind',
      'FIELD_MISSING',
      event('PETITION_RECEIVED', '2024-10-01'),
      event('PETITION_RECEIVED', '2024-10-01'),
    ],
    ['is not resolved before it is accepted', 'TRANSITION_NOT_ALLOWED', received, resolved],
    [
      'is not resolved without an outcome',
      'FIELD_MISSING',
      received,
      accepted,
      event('PETITION_RESOLVED', '2024-10-15'),
    ],
    [
      'is not forwarded once accepted',
      'TRANSITION_NOT_ALLOWED',
      received,
      accepted,
      event('PETITION_FORWARDED', '2024-10-05', { toBody: 'Tòa án' }),
    ],
    [
      'is not withdrawn once resolved',
      'TRANSITION_NOT_ALLOWED',
      received,
      accepted,
      resolved,
      event('PETITION_WITHDRAWN', '2024-10-16'),
    ],
    [
      'does not take a deadline that was typed in',
      'FIELD_NOT_ALLOWED',
      received,
      { ...accepted, dueOn: '2030-01-01' } as never,
    ],
    [
      'is not accepted before the day of its receipt',
      'DATE_RUNS_BACKWARDS',
      received,
      event('PETITION_ACCEPTED', '2024-09-30'),
    ],
  ] as const)('%s', (_guarantee, rule, ...events) => {
    expect(ruleOf(...(events as unknown as Parameters<typeof play>))).toBe(rule);
  });

  test.each([
    ['round', { round: 0 }, 'ROUND_OUT_OF_RANGE'],
    ['round', { round: 3 }, 'ROUND_OUT_OF_RANGE'],
    ['case', { case: 'VN63-10-01' }, 'REFERENCE_MALFORMED'],
    ['case', { case: 'VN63-99-01.C-1' }, 'REFERENCE_MALFORMED'],
    ['officer it is against', { againstOfficer: 'Mr Nobody' }, 'REFERENCE_MALFORMED'],
    ['number of signers', { signers: -1 }, 'AMOUNT_NEGATIVE'],
  ])('with a wrong %s %j is refused by %s', (_field, fields, rule) => {
    expect(ruleOf(event('PETITION_RECEIVED', '2024-10-01', { kind: 'COMPLAINT', ...fields }))).toBe(rule);
  });

  test('a refusal names the article that the rule rests on', () => {
    const { last } = play(received, resolved);
    expect(last).toMatchObject({ refusal: { legalBasis: expect.stringContaining('Law 26/2008 art. 151') } });
  });

  test('a second complaint against security measures is not accepted, but can be answered so', () => {
    const second = event('PETITION_RECEIVED', '2024-10-01', {
      kind: 'COMPLAINT',
      round: 2,
      follows: 'VN63-10-02.D-1',
      measureStage: 'SECURITY',
    });
    expect(ruleOf(second, accepted)).toBe('SINGLE_ROUND');
    expect(ruleOf(second, event('PETITION_NOT_ACCEPTED', '2024-10-04', { ground: 'FINAL_DECISION' }))).toBeNull();
  });
});

/** One that the province decides on. */
const SECOND = { subject: 'VN63-10-00.D-1', round: 2, follows: 'VN63-10-01.D-2024-00017' };

describe('nobody decides on a complaint against himself', () => {
  const against = event('PETITION_RECEIVED', '2024-10-01', { kind: 'COMPLAINT', againstOfficer: OFFICER });

  const before: Readonly<Record<string, readonly ReturnType<typeof event>[]>> = {
    ACCEPTED: [accepted],
    RESOLVED: [accepted, resolved],
  };
  const fields: Readonly<Record<string, object>> = {
    PETITION_SPLIT: { parts: 2 },
    PETITION_NOT_ACCEPTED: { ground: 'NOT_AFFECTED' },
    PETITION_FORWARDED: { toBody: 'Tòa án' },
    PETITION_FILED: { ground: 'REPEATED' },
    PETITION_EXTENDED: { ground: 'REMOTE' },
    PETITION_RESOLVED: { outcome: 'WRONG', decisionNumber: '1' },
    PETITION_STOPPED: { decisionNumber: '1', ground: 'DEATH' },
  };
  const events = petitionLifecycle.transitions.flatMap(({ event: type, from }) =>
    from.map((state) => [type, state] as const),
  );

  test.each(events)('%s of one that is %s is refused from that officer and taken from another', (type, state) => {
    const opening = { ...against, measureStage: 'COERCION', ...(type === 'DECISION_PUBLISHED' ? SECOND : {}) } as const;
    const { subject } = opening;
    const done = (before[state] ?? []).map((one) => ({ ...one, subject }));
    const by = (who: object) =>
      ruleOf(opening, ...done, { ...event(type, '2024-10-16', { ...fields[type], ...who }), subject });
    expect(by({ officer: OFFICER })).toBe('OWN_COMPLAINT');
    expect(by({ officer: 'VN63-10-01.CHV-8', signer: OFFICER })).toBe('OWN_COMPLAINT');
    expect(by({ officer: 'VN63-10-01.CHV-8', signer: 'VN63-10-01.CHV-9' })).toBeNull();
  });
});

const PLACES = petitionSlots.filter((slot) => !(OUTCOMES as readonly string[]).includes(slot));

describe('whatever is sent in, in whatever order', () => {
  test('the movements of a petition add up to where it stands', () => {
    fc.assert(
      fc.property(anyHistory, ({ state, movements }) => {
        const placements = state ? petitionLifecycle.positions(state).flatMap((position) => position.placements) : [];
        for (const slot of petitionSlots) {
          const of = (items: readonly { slot: string; count: number }[]): number =>
            items.filter((item) => item.slot === slot).reduce((sum, { count }) => sum + count, 0);
          expect({ slot, count: of(movements) }).toEqual({ slot, count: of(placements) });
        }
      }),
    );
  });

  test('a petition that is resolved is counted by its outcome, once, from that day on', () => {
    fc.assert(
      fc.property(anyHistory, ({ state, movements }) => {
        const counted = movements.filter(({ slot }) => (OUTCOMES as readonly string[]).includes(slot));
        expect(counted.map(({ slot, onDate, count }) => [slot, onDate, count])).toEqual(
          state?.outcome ? [[`RESOLVED_${state.outcome}`, state.resolvedOn, 1]] : [],
        );
      }),
    );
  });

  test('a petition holds exactly one place on every day since its receipt, and none before; one that was split none since', () => {
    fc.assert(
      fc.property(anyHistory, ({ state, movements }) => {
        for (const day of everyDay) {
          const counts = PLACES.map((slot) =>
            movements
              .filter(({ onDate, slot: other }) => other === slot && onDate <= day)
              .reduce((sum, { count }) => sum + count, 0),
          );
          const held = counts.filter((count) => count !== 0);
          const isThere = state && day >= state.receivedOn && (state.state !== 'SPLIT' || day < state.lastEventOn);
          expect({ day, held }).toEqual({ day, held: isThere ? [1] : [] });
        }
        expect(movements.every(({ money, overlays }) => money === 0 && overlays === 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('nothing is booked before the day of receipt', () => {
    fc.assert(
      fc.property(anyHistory, ({ state, movements }) => {
        expect(movements.filter(({ onDate }) => onDate < state!.receivedOn)).toEqual([]);
      }),
    );
  });

  test('a petition is late from the day after its deadline on, until it is resolved', () => {
    const { movements } = play(received, accepted, { ...resolved, occurredOn: '2024-11-01' });
    const overdueOn = (day: string): number =>
      movements
        .filter(({ slot, onDate }) => slot === 'OVERDUE' && onDate <= day)
        .reduce((sum, { count }) => sum + count, 0);
    expect(['2024-10-19', addDays('2024-10-19', 1), '2024-10-31', '2024-11-01'].map(overdueOn)).toEqual([0, 1, 1, 0]);
  });
});
