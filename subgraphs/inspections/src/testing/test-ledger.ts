import {
  type Amount,
  type Decision,
  type IsoDate,
  type Lifecycle,
  type Movement,
  type RegisterEvent,
  type SubjectEntity,
  type Totals,
  addTotals,
  decide,
} from '@thads/shared';

/** What a register would hold after a run of events, for tests. */
export interface TestLedger<S, E> {
  readonly states: ReadonlyMap<string, S>;
  readonly accepted: readonly E[];
  readonly movements: readonly (Movement & { readonly subject: string })[];
}

export function runEvents<S extends SubjectEntity, E extends RegisterEvent>(
  lifecycle: Lifecycle<S, E>,
  events: readonly E[],
  today: IsoDate,
): TestLedger<S, E> {
  const states = new Map<string, S>();
  const accepted: E[] = [];
  const movements: (Movement & { subject: string })[] = [];
  for (const event of events) {
    const decision = decide(lifecycle, states.get(event.subject) ?? null, event, today);
    if (!decision.accepted) continue;
    accepted.push(event);
    states.set(event.subject, decision.state);
    movements.push(...decision.movements.map((movement) => ({ ...movement, subject: event.subject })));
  }
  return { states, accepted, movements };
}

/** What becomes of the last of one subject's events. Throws when one before it is refused. */
export function lastDecision<S extends SubjectEntity, E extends RegisterEvent>(
  lifecycle: Lifecycle<S, E>,
  events: readonly E[],
  today: IsoDate,
): Decision<S> {
  const before = events.slice(0, -1);
  const { states, accepted } = runEvents(lifecycle, before, today);
  if (accepted.length < before.length) throw new Error(`refused before the last: ${JSON.stringify(before)}`);
  const last = events.at(-1)!;
  return decide(lifecycle, states.get(last.subject) ?? null, last, today);
}

/** P(day): the sum of all movements up to and including a day. */
export function totalsOf(movements: readonly Movement[], day: IsoDate): Totals {
  return addTotals(
    movements
      .filter(({ onDate }) => onDate <= day)
      .map(({ slot, count, money }) => new Map<string, Amount>([[slot, { cases: count, money }]])),
  );
}
