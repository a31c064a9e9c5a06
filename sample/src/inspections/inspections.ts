import { type IsoDate, addDays } from '@thads/shared';
import type { CaseHistory } from '../cases/case-events';
import type { History, SampleEvent } from '../event';
import { createRandom, eventId } from '../random';

const THEMES = ['VERIFICATION_AND_CLASSIFICATION', 'APPRAISAL_AND_AUCTION', 'CASH_AND_RECEIPTS', 'GENERAL'] as const;

/** Inspections of one province in a working year, each with its findings. The reports print no number on them. */
export function provinceInspections(
  territory: number,
  from: IsoDate,
  cases: readonly CaseHistory[],
  seed: number,
): History[] {
  const random = createRandom(seed + territory);
  const offices = [...new Set(cases.map(({ subject }) => subject.split('.')[0]!))].sort();
  return offices.flatMap((unit, index) => {
    const headquarters = `${unit.slice(0, 8)}00`;
    const self = index % 3 === 0;
    const owner = self ? unit : headquarters;
    const subject = `${owner}.KT-${from.slice(0, 4)}-${String(index + 1).padStart(3, '0')}`;
    const kind = self ? 'SELF' : 'SUBORDINATES';
    const events: SampleEvent[] = [];
    const add = (of: string, nth: number, type: string, occurredOn: IsoDate, fields: object = {}): void =>
      void events.push({ id: eventId(of, nth), subject: of, type, occurredOn, ...fields });
    const conductedOn = addDays(from, 90 + random.below(90));
    add(subject, 0, 'INSPECTION_PLANNED', addDays(from, 40 + random.below(30)), {
      kind,
      theme: random.pick(THEMES),
      unit,
      plannedFor: conductedOn,
    });
    add(subject, 1, 'INSPECTION_CONDUCTED', conductedOn);
    add(subject, 2, 'INSPECTION_CONCLUDED', addDays(conductedOn, 20), {
      conclusion: 'Kết luận giả định',
      signer: 'Trưởng đoàn kiểm tra (giả định)',
    });
    const local = cases.filter((history) => history.subject.startsWith(`${unit}.`));
    for (let nth = 1; nth <= 1 + random.below(4); nth += 1) {
      const about = random.pick(local);
      const finding = `${owner}.KL-${from.slice(0, 4)}-${String(index + 1).padStart(3, '0')}-${nth}`;
      const recordedOn = addDays(conductedOn, 20);
      add(finding, 0, 'FINDING_RECORDED', recordedOn, {
        inspection: subject,
        kind,
        findingKind: random.next() < 0.75 ? 'SHORTCOMING' : 'VIOLATION',
        severity: random.next() < 0.8 ? 'MINOR' : 'SERIOUS',
        unit,
        case: about.subject,
        ...(random.next() < 0.5 ? { againstOfficer: about.officer } : {}),
        recommendation: 'Kiến nghị khắc phục (giả định)',
        dueOn: addDays(recordedOn, 30),
      });
      if (random.next() < 0.85) {
        add(finding, 1, 'RECOMMENDATION_REPORTED_DONE', addDays(recordedOn, 10 + random.below(30)));
        if (random.next() < 0.9) add(finding, 2, 'RECOMMENDATION_VERIFIED_CLOSED', addDays(recordedOn, 45));
      }
    }
    return [events];
  });
}
