import { type Check, type Identity, figureChecks, sumOf } from '@thads/shared';
import { publicDebtorCheck } from '../public-debtor/public-debtor.checks';
import { casesRegister } from '../register';
import { circularOn } from './case.lines';

const { lines } = circularOn('2025-09-30');

const identities: readonly Identity[] = [
  {
    sentence: 'Handled is what was carried over and what was newly received.',
    left: ({ totals }) => sumOf(totals, lines.handled),
    right: ({ totals }) => sumOf(totals, lines.carriedOver, lines.newlyReceived),
  },
  {
    sentence: 'Handled is what was deducted and what is to be enforced.',
    left: ({ totals }) => sumOf(totals, lines.handled),
    right: ({ totals }) =>
      sumOf(totals, lines.entrusted, lines.revoked, lines.withdrawnUpward, lines.separated, lines.toBeEnforced),
  },
  {
    sentence: 'To be enforced is what has conditions and what does not have them yet.',
    left: ({ totals }) => sumOf(totals, lines.toBeEnforced),
    right: ({ totals }) => sumOf(totals, lines.withConditions, lines.notYetWithConditions),
  },
  {
    sentence: 'To be enforced is what was completed and what is carried forward.',
    left: ({ totals }) => sumOf(totals, lines.toBeEnforced),
    right: ({ totals }) => sumOf(totals, lines.completed, lines.carriedForward),
  },
  {
    sentence: 'What is carried forward is what the next working year carries over.',
    left: ({ totals }) => sumOf(totals, lines.carriedForward),
    right: ({ next }) => sumOf(next, lines.carriedOver),
  },
];

export const caseChecks: readonly Check[] = [...figureChecks(casesRegister, identities), publicDebtorCheck];
