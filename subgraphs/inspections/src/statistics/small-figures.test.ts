import { type PeriodTotals, evaluate } from '@thads/shared';
import { checkPublications } from '@thads/shared/src/testing/publication.testkit';
import { inspectionLines } from './inspection.lines';
import { inspectionSlots } from './inspection.slots';
import { smallFigures } from './small-figures';
import { supervisionFigures } from './supervision-statistics.resolver';

const inspections = (totals: PeriodTotals): number[] =>
  Object.values(inspectionLines).map((of) => evaluate(of, totals).cases);
const supervision = (totals: PeriodTotals): number[] => {
  const { byBody: _notForThePublic, ...figures } = supervisionFigures(totals);
  return Object.values(figures);
};

const stocks = [
  'INSPECTION_PENDING',
  'INSPECTION_CONDUCTED',
  'RECOMMENDATION_OPEN',
  'RECOMMENDATION_OVERDUE',
  'RECOMMENDATION_REPORTED_DONE',
  'PLAN_LATE',
  'ANSWER_OVERDUE',
  'PROTEST_OVERDUE',
];

const { InspectionStatistics, SupervisionStatistics } = smallFigures;

test('from all that everybody may see of inspections and supervision no count of one to four of a province follows', () => {
  const statistics = [
    { shown: inspections, looked: InspectionStatistics!, kept: InspectionStatistics! },
    { shown: supervision, looked: SupervisionStatistics!, kept: SupervisionStatistics! },
  ];
  const seen = checkPublications({ slots: inspectionSlots, stocks, statistics }, 10);
  expect(Math.min(seen.few, seen.shown)).toBeGreaterThan(10);
});

test('it would, if no more was looked at than is shown', () => {
  const statistics = [
    { shown: inspections, looked: inspections, kept: InspectionStatistics! },
    { shown: supervision, looked: supervision, kept: SupervisionStatistics! },
  ];
  expect(() => checkPublications({ slots: inspectionSlots, stocks, statistics }, 30)).toThrow('Property failed');
});
