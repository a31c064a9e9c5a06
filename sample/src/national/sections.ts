import type { History } from '../event';
import { Cohort } from './cohort';
import { complaints } from './complaints';
import { LAST_WORKING_YEAR } from './days';
import { type NationalSettings, type RegisterName, eventIds } from './event-ids';
import { inspections } from './inspections';
import { officers, firstOfficerEventId } from './officers';
import { nationalTerritories } from './shape';
import { targets } from './targets';

/** What is loaded in one transaction: there as soon as its first event is. */
export interface Section {
  readonly register: RegisterName;
  readonly name: string;
  readonly firstEventId: string;
  /** To be gone through once. */
  readonly histories: Iterable<History>;
}

/** Sections that are made from the same cases, in the order in which they have to be gone through. */
export interface Chapter {
  /** Cases in it, for the progress shown. */
  readonly cases: number;
  readonly sections: readonly Section[];
}

export interface NationalPart extends NationalSettings {
  /** Working years, counted back from the latest. */
  readonly workingYears: number;
  /** Numbers of territories; empty: all of them. */
  readonly territories: readonly number[];
}

/** The sample: officers, then year by year from the latest backwards, so that more years only add to fewer. */
export function nationalChapters({ workingYears, territories, ...settings }: NationalPart): Chapter[] {
  const wanted = nationalTerritories.filter(({ number }) => territories.length === 0 || territories.includes(number));
  const years = Array.from({ length: workingYears }, (_, back) => LAST_WORKING_YEAR - back);
  return [
    {
      cases: 0,
      sections: [
        {
          register: 'cases',
          name: 'officers',
          firstEventId: firstOfficerEventId(settings),
          histories: officers(settings),
        },
      ],
    },
    ...years.flatMap((year) => [
      targetChapter(year, settings),
      ...wanted.map((territory) => cohortChapter(new Cohort(territory, year, settings))),
    ]),
  ];
}

function targetChapter(year: number, settings: NationalSettings): Chapter {
  const firstEventId = eventIds('cases', year, 0, settings)();
  return {
    cases: 0,
    sections: [{ register: 'cases', name: `targets of ${year}`, firstEventId, histories: targets(year, settings) }],
  };
}

function cohortChapter(cohort: Cohort): Chapter {
  const { territory, year, settings } = cohort;
  const section = (register: RegisterName, histories: Iterable<History>): Section => ({
    register,
    name: `${register} of territory ${territory.number}, working year ${year.year}`,
    firstEventId: eventIds(register, year.year, territory.number, settings)(),
    histories,
  });
  return {
    cases: cohort.size,
    sections: [
      section('cases', cohort.cases()),
      section('recovery', cohort.recovery()),
      section('complaints', complaints(cohort)),
      section('inspections', inspections(cohort)),
    ],
  };
}
