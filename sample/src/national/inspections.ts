import type { History, SampleEvent } from '../event';
import { createRandom } from '../random';
import type { Cohort } from './cohort';
import { LAST_DAY, isoOf } from './days';
import { eventIds } from './event-ids';

const THEMES = ['VERIFICATION_AND_CLASSIFICATION', 'APPRAISAL_AND_AUCTION', 'CASH_AND_RECEIPTS', 'GENERAL'] as const;
const INSPECTIONS_PER_OFFICE = 2;

/** Two inspections of every office in the year, one by itself and one by the provincial agency, with what they found. */
export function* inspections({ territory, year, known, settings }: Cohort): Generator<History> {
  const random = createRandom(Math.imul(settings.seed, 41) + territory.number * 100_043 + year.year);
  const nextId = eventIds('inspections', year.year, territory.number, settings);
  const headquarters = territory.offices[0]!.office.id;
  for (const { office } of territory.offices) {
    const own = known.filter(({ subject }) => subject.startsWith(`${office.id}.`));
    for (let nth = 1; nth <= INSPECTIONS_PER_OFFICE; nth += 1) {
      const isSelf = nth === 1 || office.id === headquarters;
      const owner = isSelf ? office.id : headquarters;
      const kind = isSelf ? 'SELF' : 'SUBORDINATES';
      const number = `${year.year}-${office.number}-${nth}`;
      const inspection = `${owner}.N-KT-${number}`;
      const history = (
        subject: string,
      ): { events: SampleEvent[]; add: (type: string, day: number, fields?: object) => void } => {
        const events: SampleEvent[] = [];
        return {
          events,
          add: (type, day, fields = {}) =>
            void (day <= LAST_DAY && events.push({ id: nextId(), subject, type, occurredOn: isoOf(day), ...fields })),
        };
      };
      const conductedOn = year.first + 90 + random.below(150);
      const { events, add } = history(inspection);
      add('INSPECTION_PLANNED', year.first + 40 + random.below(40), {
        kind,
        theme: random.pick(THEMES),
        unit: office.id,
        plannedFor: isoOf(conductedOn),
      });
      add('INSPECTION_CONDUCTED', conductedOn);
      add('INSPECTION_CONCLUDED', conductedOn + 20, {
        conclusion: 'Kết luận giả định',
        signer: 'Trưởng đoàn kiểm tra (giả định)',
      });
      yield events;

      const recordedOn = conductedOn + 20;
      for (let found = 1; found <= 1 + random.below(4); found += 1) {
        const about = own.length > 0 ? random.pick(own) : undefined;
        const finding = history(`${owner}.N-KL-${number}-${found}`);
        finding.add('FINDING_RECORDED', recordedOn, {
          inspection,
          kind,
          findingKind: random.next() < 0.75 ? 'SHORTCOMING' : 'VIOLATION',
          severity: random.next() < 0.8 ? 'MINOR' : 'SERIOUS',
          unit: office.id,
          ...(about ? { case: about.subject } : {}),
          ...(about && random.next() < 0.5 ? { againstOfficer: about.officer } : {}),
          recommendation: 'Kiến nghị khắc phục (giả định)',
          dueOn: isoOf(Math.min(recordedOn + 30, LAST_DAY)),
        });
        if (random.next() < 0.85) {
          finding.add('RECOMMENDATION_REPORTED_DONE', recordedOn + 10 + random.below(30));
          if (random.next() < 0.9) finding.add('RECOMMENDATION_VERIFIED_CLOSED', recordedOn + 45);
        }
        yield finding.events;
      }
    }
  }
}
