import { YearsReported } from '../graph/operations';
import { useAnswer } from '../graph/use-graph';
import { today, workingYearOf } from './period';

const YEARS_BACK = 5;

/**
 * The latest working year in which at least half of the provinces have reported something: in the first weeks of a year
 * that is the year before. The present one when none has, or nobody answers. Null while it is waited for.
 */
export function useLatestYear(): number | null {
  const day = today();
  const present = workingYearOf(day);
  const { answer } = useAnswer(YearsReported, { period: { from: `${present - 1 - YEARS_BACK}-10-01`, through: day } });
  if (!answer) return null;
  const provinces = answer.data?.provinces ?? [];
  for (let back = 0; back <= YEARS_BACK; back += 1) {
    const reported = provinces.filter(({ caseTrend }) => {
      const ofYear = caseTrend?.at(-1 - back);
      return ofYear && (ofYear.newlyReceived.cases > 0 || ofYear.completed.cases > 0);
    });
    if (provinces.length > 0 && 2 * reported.length >= provinces.length) return present - back;
  }
  return present;
}
