import { type IsoDate, type RegisterEvent, type ReportingPeriod, addDays, isoDate } from '@thads/shared';

/** An event of any kind of the register, as it was sent. */
export type AnyEvent = RegisterEvent & Readonly<Record<string, unknown>>;

/** What happened and was not taken back, in the order it was accepted. */
export type Happened = readonly AnyEvent[];

function bySubject(events: Happened): AnyEvent[][] {
  const histories = new Map<string, AnyEvent[]>();
  for (const event of events) histories.set(event.subject, [...(histories.get(event.subject) ?? []), event]);
  return [...histories.values()];
}

const isLate = (due: unknown, day: IsoDate): boolean => typeof due === 'string' && due < day;

/** What is late at the end of a day, told by what the last word was then. */
function late(history: readonly AnyEvent[], day: IsoDate): string | null {
  const until = history.filter(({ occurredOn }) => occurredOn <= day);
  const last = (...types: readonly string[]): AnyEvent | undefined =>
    until.filter(({ type }) => types.includes(type)).at(-1);
  const has = (type: string): boolean => last(type) !== undefined;
  switch (history[0]!.type) {
    case 'PLAN_DRAFTED': {
      const isDone = has('PLAN_SENT_UPWARD') || has('PLAN_CLOSED') || until.length === 0;
      const isWithoutSuperior = history[0]!.subject.startsWith('VN-00.') && has('PLAN_ISSUED');
      const due = isoDate((history[0]!['workingYear'] as number) - 1, 12, 31);
      return !isDone && !isWithoutSuperior && isLate(due, day) ? 'plansLate' : null;
    }
    case 'FINDING_RECORDED': {
      const opened = last('FINDING_RECORDED', 'RECOMMENDATION_REOPENED', 'RECOMMENDATION_REPORTED_DONE');
      const due = last('FINDING_RECORDED', 'RECOMMENDATION_EXTENDED')?.['dueOn'];
      const isClosed = has('RECOMMENDATION_VERIFIED_CLOSED') || opened?.type === 'RECOMMENDATION_REPORTED_DONE';
      return !isClosed && isLate(due, day) ? 'overdue' : null;
    }
    case 'SUPERVISION_RECORDED': {
      const received = last('SUPERVISION_CONCLUSION_RECEIVED');
      const isDone = has('SUPERVISION_ANSWERED') || has('SUPERVISION_FOLLOWED_UP');
      return !isDone && isLate(received?.['dueOn'], day) ? 'answersOverdue' : null;
    }
    case 'PROTEST_RECEIVED': {
      const step = until.at(-1);
      const days = { PROTEST_RECEIVED: 15, PROTEST_REFERRED_UPWARD: 30 }[step?.type ?? ''];
      return days !== undefined && isLate(addDays(step!.occurredOn, days), day) ? 'protestsOverdue' : null;
    }
    default:
      return null;
  }
}

/** Every figure of a period, counted from the events one by one; `body figure` for the columns of form 10. */
export function recount(events: Happened, { from, through }: ReportingPeriod): Record<string, number> {
  const histories = bySubject(events);
  const openerOf = new Map(histories.map((history) => [history[0]!.subject, history[0]!]));
  const within = events.filter(({ occurredOn }) => from <= occurredOn && occurredOn <= through);
  const those = (...types: readonly string[]): AnyEvent[] => within.filter(({ type }) => types.includes(type));
  const number = (...types: readonly string[]): number => those(...types).length;
  const found = those('FINDING_RECORDED');
  const conducted = those('INSPECTION_CONDUCTED', 'UNPLANNED_INSPECTION_CONDUCTED');
  const answers = those('PROTEST_ANSWERED', 'PROTEST_ANSWERED_BY_SUPERIOR');
  const answered = (outcome: string): number => answers.filter((answer) => answer['outcome'] === outcome).length;
  const lateOnes = histories.map((history) => late(history, through));
  const lateAs = (figure: string): number => lateOnes.filter((one) => one === figure).length;
  const own = {
    sessions: conducted.length,
    units: conducted.length,
    conclusions: number('INSPECTION_CONCLUDED'),
    findings: found.length,
    recommendations: found.filter(({ recommendation }) => recommendation).length,
    followedUp: number('RECOMMENDATION_VERIFIED_CLOSED'),
  };
  const ofBody = (body: string): typeof own => {
    const is = ({ subject }: AnyEvent): boolean => openerOf.get(subject)!['body'] === body;
    const recorded = those('SUPERVISION_RECORDED').filter(is);
    const received = those('SUPERVISION_CONCLUSION_RECEIVED').filter(is);
    const sum = (some: readonly AnyEvent[], field: string): number =>
      some.reduce((total, event) => total + (event[field] as number), 0);
    const followedUp = those('SUPERVISION_FOLLOWED_UP').filter(is);
    const conclusionOf = ({ subject }: AnyEvent): AnyEvent =>
      events.find((one) => one.subject === subject && one.type === 'SUPERVISION_CONCLUSION_RECEIVED')!;
    return {
      sessions: recorded.length,
      units: recorded.reduce((total, { units }) => total + ((units as unknown[] | undefined)?.length ?? 1), 0),
      conclusions: received.length,
      findings: sum(received, 'findingCount'),
      recommendations: sum(received, 'recommendationCount'),
      followedUp: sum(followedUp.map(conclusionOf), 'recommendationCount'),
    };
  };
  const bodies = { OWN_SYSTEM: own, ASSEMBLY: ofBody('ASSEMBLY'), PROCURACY: ofBody('PROCURACY') };
  return {
    planned: number('INSPECTION_PLANNED'),
    cancelled: number('INSPECTION_CANCELLED'),
    conducted: own.sessions,
    concluded: own.conclusions,
    selfInspections: conducted.filter(({ subject }) => openerOf.get(subject)!['kind'] === 'SELF').length,
    shortcomings: found.filter(({ findingKind }) => findingKind === 'SHORTCOMING').length,
    violations: found.filter(({ findingKind }) => findingKind === 'VIOLATION').length,
    recommendations: own.recommendations,
    followedUp: own.followedUp,
    overdue: lateAs('overdue'),
    plansIssued: number('PLAN_ISSUED'),
    plansLate: lateAs('plansLate'),
    conclusionsFollowedUp: number('CONCLUSION_FOLLOW_UP_ENDED'),
    consequences: number('CONSEQUENCE_DECIDED'),
    answersOverdue: lateAs('answersOverdue'),
    protests: number('PROTEST_RECEIVED'),
    protestsAccepted: answered('ACCEPTED'),
    protestsPartlyAccepted: answered('PARTLY_ACCEPTED'),
    // Of those that went on to the superior nothing is answered until he does.
    protestsRejected: answered('REJECTED') - number('PROTEST_REFERRED_UPWARD'),
    protestsComplied: number('PROTEST_COMPLIED'),
    protestsOverdue: lateAs('protestsOverdue'),
    ...Object.fromEntries(
      Object.entries(bodies).flatMap(([body, figures]) =>
        Object.entries(figures).map(([name, count]) => [`${body} ${name}`, count]),
      ),
    ),
  };
}
