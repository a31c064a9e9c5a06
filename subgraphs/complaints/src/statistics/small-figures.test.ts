import { checkPublications } from '@thads/shared/src/testing/publication.testkit';
import { compensationFigures } from './compensation-figures';
import { petitionFigures } from './petition-figures';
import { petitionSlots } from './petition.slots';
import { receptionFigures } from './reception-figures';
import { smallFigures } from './small-figures';

const slotsOf = (...beginnings: readonly string[]): string[] =>
  petitionSlots.filter((slot) => beginnings.some((beginning) => slot.startsWith(beginning)));
const [RECEPTIONS, COMPENSATIONS] = [slotsOf('RECEPTION_'), slotsOf('COMPENSATION_')];
const PETITIONS = petitionSlots.filter((slot) => ![...RECEPTIONS, ...COMPENSATIONS].includes(slot));

test.each([
  {
    of: 'petitions',
    slots: PETITIONS,
    stocks: ['PENDING', 'OVERDUE', 'RECEIVED'],
    looked: smallFigures['PetitionStatistics']!,
    shown: (totals: Parameters<typeof petitionFigures>[0]) => {
      const { received, withinCompetence, toBeResolved, resolved, overdue } = petitionFigures(totals);
      return [received, withinCompetence, toBeResolved, resolved, overdue];
    },
  },
  {
    of: 'receptions',
    slots: RECEPTIONS,
    stocks: [],
    looked: smallFigures['ReceptionStatistics']!,
    shown: (totals: Parameters<typeof receptionFigures>[0]) => Object.values(receptionFigures(totals)),
  },
  {
    of: 'compensation',
    slots: COMPENSATIONS,
    stocks: [],
    looked: smallFigures['CompensationStatistics']!,
    shown: (totals: Parameters<typeof compensationFigures>[0]) =>
      Object.values(compensationFigures(totals)).map(({ cases }) => cases),
  },
])('from all that everybody may see of $of no count of one to four of a province follows', (statistics) => {
  const { slots, stocks, shown, looked } = statistics;
  const seen = checkPublications({ slots, stocks, statistics: [{ shown, looked, kept: looked }] }, 60);
  expect(Math.min(seen.few, seen.shown)).toBeGreaterThan(50);
  // It would, if no more was looked at than is shown.
  expect(() => checkPublications({ slots, stocks, statistics: [{ shown, looked: shown, kept: looked }] }, 60)).toThrow(
    'Property failed',
  );
});
