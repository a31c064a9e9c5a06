import type { History } from '../event';
import type { Random } from '../random';
import { type NationalSettings, eventIds } from './event-ids';
import { OFFICERS, nationalTerritories } from './shape';

/** A year that no cohort has: officers come before all of them. */
const BEFORE_ALL = 2100;
const GRADES = ['JUNIOR', 'JUNIOR', 'JUNIOR', 'INTERMEDIATE', 'INTERMEDIATE', 'SENIOR'] as const;

interface Staff {
  readonly office: string;
  readonly number: number;
  readonly officers: readonly string[];
}

const staffs: readonly Staff[] = nationalTerritories.flatMap(({ share, offices }) =>
  offices.map(({ office, share: officeShare }) => ({
    office: office.id,
    number: office.number,
    officers: Array.from(
      { length: Math.max(2, Math.round(OFFICERS * share * officeShare)) },
      (_, index) => `${office.id}.N-CHV-${String(index + 1).padStart(3, '0')}`,
    ),
  })),
);
const officersByOffice = new Map(staffs.map(({ number, officers }) => [number, officers]));

export function officerOf(office: number, random: Random): string {
  return random.pick(officersByOffice.get(office)!);
}

export function firstOfficerEventId(settings: NationalSettings): string {
  return eventIds('cases', BEFORE_ALL, 0, settings)();
}

export function* officers(settings: NationalSettings): Generator<History> {
  const nextId = eventIds('cases', BEFORE_ALL, 0, settings);
  for (const { officers } of staffs) {
    for (const [index, subject] of officers.entries()) {
      yield [
        {
          id: nextId(),
          subject,
          type: 'OFFICER_APPOINTED',
          occurredOn: '1999-01-04',
          name: `Chấp hành viên giả định ${subject.slice(5, 10)}/${index + 1}`,
          grade: GRADES[index % GRADES.length],
        },
      ];
    }
  }
}
