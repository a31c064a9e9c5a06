import { type Lifecycle, type SubjectEntity, decide, eventsFrom } from '@thads/shared';
import { assetLifecycle } from './asset/asset.lifecycle';
import { obligationLifecycle } from './obligation/obligation.lifecycle';
import { type Bare, type Prepared, completed, preparedAsset, preparedObligation } from './testing/prepared';

const TODAY = '2026-09-30';
const DAY = '2024-10-02';
const SUBJECT = 'VN63-10-01.X-1';

describe.each<[string, Lifecycle<any, any>, Prepared]>([
  ['obligation', obligationLifecycle, preparedObligation],
  ['asset', assetLifecycle, preparedAsset],
])('every state and every event of an %s', (_name, lifecycle, prepared) => {
  const types = [...new Set(lifecycle.transitions.map(({ event }) => event))];
  const states = [...new Set(lifecycle.transitions.flatMap(({ from }) => from))];

  const submit = (state: SubjectEntity | null, bare: Bare) =>
    decide<SubjectEntity, any>(lifecycle, state, completed(bare, SUBJECT, '2024-10-01'), TODAY);

  function standingIn(state: string, type: string): SubjectEntity {
    const { opening, into, events } = prepared;
    return [...opening, ...(events[type]!.before ?? []), ...into[state]!].reduce<SubjectEntity | null>(
      (before, bare) => {
        const decision = submit(before, bare);
        if (!decision.accepted) throw new Error(decision.refusal.message);
        return decision.state;
      },
      null,
    )!;
  }

  test('are those of the table, each reached and each sent below', () => {
    expect(Object.keys(prepared.events).sort()).toEqual(types.toSorted());
    const ends = lifecycle.transitions.map(({ to }) => to).filter((to) => to !== 'SAME');
    expect(Object.keys(prepared.into).sort()).toEqual([...new Set([...states, ...ends])].sort());
    for (const state of Object.keys(prepared.into)) {
      expect(standingIn(state, types[0]!).state).toBe(state);
    }
  });

  const pairs = Object.keys(prepared.into).flatMap((state) => types.map((type) => [state, type] as const));

  test.each(pairs)(
    '%s: %s is accepted where the table has it, and refused elsewhere with nothing changed',
    (state, type) => {
      const before = standingIn(state, type);
      const asItWas = structuredClone(before);
      const decision = submit(before, { ...prepared.events[type]!.event, occurredOn: DAY });
      expect(before).toEqual(asItWas);
      const opens = lifecycle.transitions.some(({ event, from }) => event === type && from.length === 0);
      expect(decision.accepted ? 'ACCEPTED' : decision.refusal.rule).toBe(
        eventsFrom(lifecycle, state).includes(type) ? 'ACCEPTED' : opens ? 'SUBJECT_EXISTS' : 'TRANSITION_NOT_ALLOWED',
      );
      if (decision.accepted) expect(decision.state.version).toBe(before.version + 1);
    },
  );

  test.each(types)('%s without a subject opens one or is refused', (type) => {
    const decision = submit(null, prepared.events[type]!.event);
    expect(decision.accepted ? 'ACCEPTED' : decision.refusal.rule).toBe(
      eventsFrom(lifecycle, null).includes(type) ? 'ACCEPTED' : 'SUBJECT_UNKNOWN',
    );
  });
});
