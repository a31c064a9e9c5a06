import { todayInVietnam } from '../calendar/date';
import { type ReportingPeriod, workingYearCutOff } from '../calendar/period';
import { graphError } from '../errors';
import { NATION_ID, findScope, provinces34 } from '../geography/geography';
import { type PeriodTotals, readPeriod } from '../statistics/lines';
import type { TotalsReader } from '../statistics/totals';
import { type Counts, type Published, published } from './suppression';

/**
 * By type of statistics: every count that it shows, and every count that follows from those by themselves or with those of
 * the years before and after.
 */
export type SmallFigures = Readonly<Record<string, (totals: PeriodTotals) => Counts>>;

/**
 * What the public has of figures that can be of few people: the nation's and the 34 provinces', by whole working years that
 * have ended. Any other period, or the older provinces beside these, would tell by its difference of few.
 */
export function createPublication(
  totals: TotalsReader,
  figures: SmallFigures,
): (statistics: string, scopeId: string, period: ReportingPeriod) => Promise<void> {
  const known = new Map<string, Promise<Published>>();
  /** Of all provinces at once, by one statement; what is asked for next has then been read. */
  const publishedIn = async (statistics: string, period: ReportingPeriod): Promise<Published> => {
    const countsOf = async (scopeId: string): Promise<Counts> =>
      figures[statistics]!(await readPeriod(totals, period, findScope(scopeId)!, {}));
    const [whole, ...units] = await Promise.all([NATION_ID, ...provinces34.map(({ id }) => id)].map(countsOf));
    return published(new Map(provinces34.map(({ id }, index) => [id, units[index]!])), whole!);
  };
  return async (statistics, scopeId, period) => {
    const { workingYear, through } = period;
    if (workingYear === null || through !== workingYearCutOff(workingYear, 12) || through >= todayInVietnam()) {
      throw withheld(
        statistics,
        'it has them by whole working years that have ended, e.g. { workingYear: 2024 }, the year before included',
      );
    }
    if (scopeId !== NATION_ID && findScope(scopeId)?.boundaries !== 'VN34') {
      throw withheld(statistics, `it has them of the nation and of the 34 provinces, not of ${scopeId}`);
    }
    const key = `${statistics} ${workingYear}`;
    if (!known.has(key)) known.set(key, publishedIn(statistics, period));
    const { whole, units } = await known.get(key)!;
    if (scopeId === NATION_ID ? whole : units.has(scopeId)) return;
    throw withheld(
      statistics,
      `those of ${scopeId} in working year ${workingYear} would tell of fewer than five, by themselves or beside others`,
    );
  };
}

function withheld(statistics: string, why: string): Error {
  return graphError('FORBIDDEN', `${statistics}: withheld from the public; ${why}.`);
}
