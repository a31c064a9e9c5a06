import type { History, SampleEvent } from '../event';
import { COURT, signedBy } from '../complaints/complaints';
import { type Random, createRandom } from '../random';
import { choice } from './choice';
import type { Cohort, KnownCase } from './cohort';
import { LAST_DAY, isoOf } from './days';
import { eventIds } from './event-ids';
import { PETITIONS_A_YEAR, VISITS_A_YEAR } from './shape';

const petitionKind = choice([
  ['COMPLAINT', 62],
  ['DENUNCIATION', 8],
  ['REQUEST', 12],
  ['RECOMMENDATION', 10],
  ['REFLECTION', 8],
]);
const finding = choice([
  ['WRONG', 70],
  ['PARTLY_RIGHT', 20],
  ['RIGHT', 10],
]);
/** Of the petitions that reach an office most are not its own to resolve. */
const WITHIN_COMPETENCE = 0.22;
const RESOLVED = 0.965;

/** Petitions and receptions of the year, about cases of the cohort. */
export function* complaints({ territory, year, known, settings }: Cohort): Generator<History> {
  const random = createRandom(Math.imul(settings.seed, 37) + territory.number * 100_019 + year.year);
  const nextId = eventIds('complaints', year.year, territory.number, settings);
  const share = territory.share * settings.scale;
  for (let nth = 1; nth <= Math.round(PETITIONS_A_YEAR * share) && known.length > 0; nth += 1) {
    yield petition(random.pick(known), `N-DT-${year.year}-${pad(nth)}`, year.last, random, nextId);
  }
  for (let nth = 1; nth <= Math.round(VISITS_A_YEAR * share); nth += 1) {
    const { office } = random.pick(territory.offices);
    const citizens = 1 + (random.next() < 0.15 ? random.below(3) : 0);
    const occurredOn = isoOf(year.first + random.below(year.last - year.first + 1));
    const isMassGroup = random.next() < 0.01;
    yield [
      {
        id: nextId(),
        subject: `${office.id}.N-TD-${year.year}-${pad(nth)}`,
        type: 'RECEPTION_RECORDED',
        occurredOn,
        visits: 1,
        citizens: isMassGroup ? citizens + 5 : citizens,
        matters: 1,
        ...(isMassGroup ? { massGroups: 1, massGroupCitizens: citizens + 5, massGroupMatters: 1 } : {}),
        receivedByHead: random.next() < 0.4,
      },
    ];
  }
}

function pad(nth: number): string {
  return String(nth).padStart(5, '0');
}

function petition(about: KnownCase, number: string, lastOfYear: number, random: Random, nextId: () => string): History {
  const subject = `${about.subject.slice(0, about.subject.indexOf('.'))}.${number}`;
  const events: SampleEvent[] = [];
  const kind = petitionKind(random);
  const personal = kind === 'COMPLAINT' || kind === 'DENUNCIATION';
  let day = about.decidedOn + random.below(lastOfYear - about.decidedOn + 1);
  const add = (type: string, days: number, fields: object = {}): boolean => {
    if (day + days > LAST_DAY) return false;
    day += days;
    events.push({ id: nextId(), subject, type, occurredOn: isoOf(day), ...fields });
    return true;
  };
  add('PETITION_RECEIVED', 0, {
    kind,
    case: about.subject,
    ...(personal ? { againstOfficer: about.officer } : {}),
    ...signedBy(random.next() < 0.05 ? 2 + random.below(8) : 1),
  });
  if (random.next() >= WITHIN_COMPETENCE) {
    if (random.next() < 0.6) add('PETITION_FORWARDED', 1 + random.below(4), { toBody: COURT });
    else add('PETITION_FILED', 1 + random.below(4), { ground: 'REPEATED' });
  } else if (add('PETITION_ACCEPTED', 1 + random.below(4)) && random.next() < RESOLVED) {
    add(
      'PETITION_RESOLVED',
      1 + random.below(personal ? 14 : 5),
      personal
        ? { outcome: finding(random), decisionNumber: `${number.slice(number.lastIndexOf('-') + 1)}/QĐ-THADS` }
        : { outcome: 'ANSWERED' },
    );
  }
  return events;
}
