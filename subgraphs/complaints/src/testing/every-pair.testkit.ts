import { type Lifecycle, type RegisterEvent, type SubjectEntity, decide, eventsFrom } from '@thads/shared';
import { TODAY } from './histories';

/** A state and an event type, with the rule that refuses the one in the other; null when the table has them together. */
export interface Pair {
  readonly state: string | null;
  readonly type: string;
  readonly rule: string | null;
}

/** Every pair of state and event of a life cycle, from its table. */
export function everyPair(lifecycle: Lifecycle<any, any>): Pair[] {
  const { transitions } = lifecycle;
  const states = [null, ...new Set(transitions.flatMap(({ from, to }) => [...from, ...(to === 'SAME' ? [] : [to])]))];
  const types = [...new Set(transitions.map(({ event }) => event))];
  const openers = eventsFrom(lifecycle, null);
  return states.flatMap((state) =>
    types.map((type) => {
      if (eventsFrom(lifecycle, state).includes(type)) return { state, type, rule: null };
      if (state === null) return { state, type, rule: 'SUBJECT_UNKNOWN' };
      return { state, type, rule: openers.includes(type) ? 'SUBJECT_EXISTS' : 'TRANSITION_NOT_ALLOWED' };
    }),
  );
}

/** The rule that refuses the event in the state; null when it is taken. What was there before is left as it was. */
export function tried<S extends SubjectEntity, E extends RegisterEvent>(
  lifecycle: Lifecycle<S, E>,
  state: S | null,
  event: E,
): string | null {
  const before = JSON.stringify(state);
  const decision = decide(lifecycle, state, event, TODAY);
  if (JSON.stringify(state) !== before) throw new Error(`${event.type} changed the state that it was decided on`);
  return decision.accepted ? null : decision.refusal.rule;
}
