import { type PeriodTotals, type SmallFigures, type Term, closing, evaluate, line, opening } from '@thads/shared';
import { compensationFigures } from './compensation-figures';
import { petitionFigures } from './petition-figures';
import { OPEN_WITHIN_COMPETENCE } from './petition.slots';
import { receptionFigures } from './reception-figures';

const count = (totals: PeriodTotals, ...terms: readonly Term[]): number => evaluate(line(...terms), totals).cases;

/** The counts that the public has, and those that follow from them: what is left of a count without its parts. */
export const smallFigures: SmallFigures = {
  PetitionStatistics(totals) {
    const { resolutionRate: _ofTheOthers, ...figures } = petitionFigures(totals);
    const { received, withinCompetence, toBeResolved, resolved, overdue } = figures;
    // What is pending at the end is what the next year begins with.
    const pending = count(totals, ...closing(...OPEN_WITHIN_COMPETENCE));
    return [
      ...Object.values(figures),
      received - withinCompetence,
      count(totals, ...opening(...OPEN_WITHIN_COMPETENCE)),
      pending,
      pending - overdue,
      toBeResolved - resolved - pending,
    ];
  },
  ReceptionStatistics(totals) {
    const figures = receptionFigures(totals);
    const { visits, citizens, matters, massGroupCitizens, massGroupMatters, visitsToHead, visitsOnline } = figures;
    return [
      ...Object.values(figures),
      citizens - massGroupCitizens,
      matters - massGroupMatters,
      visits - visitsToHead,
      visits - visitsOnline,
    ];
  },
  CompensationStatistics(totals) {
    const soFar = (slot: string): number => count(totals, ...closing(`COMPENSATION_${slot}`));
    return [
      ...Object.values(compensationFigures(totals)).map(({ cases }) => cases),
      // What years add up to, one after the other.
      soFar('REQUESTED') - soFar('ACCEPTED') - soFar('REJECTED'),
      soFar('ACCEPTED') - soFar('SETTLED'),
      soFar('SETTLED') - soFar('PAID'),
      soFar('PAID') - soFar('RECOURSE'),
      soFar('RECOURSE') - soFar('RECOURSE_COLLECTED'),
    ];
  },
};
