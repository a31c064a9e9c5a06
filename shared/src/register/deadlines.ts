import type { IsoDate } from '../calendar/date';
import type { RegisterEvent } from './event';
import { legalBasisOn } from './legal-basis';
import { type Lifecycle, replay } from './lifecycle';
import type { SubjectEntity } from './subject';

/** Runs, runs and is late, was done in time, was done late, ended without having to be done. */
export type DeadlineStatusName = 'DUE' | 'OVERDUE' | 'MET' | 'MET_LATE' | 'LAPSED';

export interface Deadline {
  readonly name: string;
  readonly nameVi: string;
  readonly startedOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly metOn: IsoDate | null;
  readonly status: DeadlineStatusName;
  readonly legalBasis: string | null;
}

/** The legal times of a subject as they stand on a day, in the order they began; from the events of its journal. */
export function deadlinesOf<S extends SubjectEntity, E extends RegisterEvent>(
  { deadlines = [], ...lifecycle }: Lifecycle<S, E>,
  journal: readonly E[],
  today: IsoDate,
): Deadline[] {
  if (deadlines.length === 0) return [];
  const all: { -readonly [K in keyof Deadline]: Deadline[K] }[] = [];
  const running = new Map<string, (typeof all)[number]>();
  for (const { event, after } of replay(lifecycle, journal)) {
    for (const definition of deadlines) {
      const { name, nameVi, metBy, runsIn } = definition;
      const open = running.get(name);
      if (open && metBy.includes(event.type)) {
        open.metOn = event.occurredOn;
        open.status = event.occurredOn <= open.dueOn ? 'MET' : 'MET_LATE';
        running.delete(name);
      } else if (open && !runsIn.includes(after.state)) {
        open.status = 'LAPSED';
        running.delete(name);
      }
      const dueOn = definition.dueOn(event, after);
      if (dueOn === null) continue;
      const before = running.get(name);
      // Set anew: what ran until now ran for nothing.
      if (before) before.status = 'LAPSED';
      const begun = {
        name,
        nameVi,
        startedOn: event.occurredOn,
        dueOn,
        metOn: null,
        status: dueOn < today ? ('OVERDUE' as const) : ('DUE' as const),
        legalBasis: legalBasisOn(definition.legalBasis, event.occurredOn),
      };
      running.set(name, begun);
      all.push(begun);
    }
  }
  return all;
}
