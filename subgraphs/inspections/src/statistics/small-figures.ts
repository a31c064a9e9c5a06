import { type PeriodTotals, type SmallFigures, closing, evaluate, flow, line } from '@thads/shared';
import { bodyLines, inspectionLines, outsideLines } from './inspection.lines';
import type { InspectionSlot } from './inspection.slots';

/** The counts that the public has, and those that follow from them: what is left of a count without its parts. */
export const smallFigures: SmallFigures = {
  InspectionStatistics(totals) {
    const soFar = soFarIn(totals);
    const openRecommendations =
      soFar('RECOMMENDATION_OPEN') + soFar('RECOMMENDATION_OVERDUE') + soFar('RECOMMENDATION_REPORTED_DONE');
    return [
      ...Object.values(inspectionLines).map((of) => evaluate(of, totals).cases),
      ...[flow('INSPECTION_CONDUCTED'), flow('FINDING_NOTED')].map((terms) => evaluate(line(...terms), totals).cases),
      evaluate(inspectionLines.conducted, totals).cases - evaluate(inspectionLines.selfInspections, totals).cases,
      // What years add up to, one after the other.
      soFar('INSPECTION_CONDUCTED'),
      soFar('INSPECTION_CONCLUDED') - soFar('CONCLUSION_FOLLOWED_UP'),
      openRecommendations,
      openRecommendations - soFar('RECOMMENDATION_OVERDUE'),
    ];
  },
  SupervisionStatistics(totals) {
    const soFar = soFarIn(totals);
    const { ASSEMBLY, PROCURACY, OWN_SYSTEM } = bodyLines;
    const names = Object.keys(OWN_SYSTEM) as (keyof typeof OWN_SYSTEM)[];
    const countsOf = (lines: typeof OWN_SYSTEM | typeof ASSEMBLY): number[] =>
      names.map((name) => evaluate(lines[name], totals).cases);
    // The whole less the statistics of inspections, which are the own system's.
    const outside = countsOf(ASSEMBLY).map((count, index) => count + countsOf(PROCURACY)[index]!);
    return [
      ...outside,
      ...countsOf(OWN_SYSTEM).map((count, index) => count + outside[index]!),
      ...Object.values(outsideLines).map((of) => evaluate(of, totals).cases),
      soFar('PROTEST_RECEIVED') -
        soFar('PROTEST_ACCEPTED') -
        soFar('PROTEST_PARTLY_ACCEPTED') -
        soFar('PROTEST_REJECTED'),
      soFar('PROTEST_ACCEPTED') + soFar('PROTEST_PARTLY_ACCEPTED') - soFar('PROTEST_COMPLIED'),
    ];
  },
};

function soFarIn(totals: PeriodTotals): (slot: InspectionSlot) => number {
  return (slot) => evaluate(line(...closing(slot)), totals).cases;
}
