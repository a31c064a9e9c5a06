import { SAME, legalBasis } from '@thads/shared';
import * as grounds from '../case.grounds';
import * as guards from '../case.guards';
import { OPEN } from '../case.states';
import { type CaseTransition, ended } from '../case.transition';

/** What need not be enforced any more, in whole or in part. */
export const termination: readonly CaseTransition[] = [
  {
    event: 'TERMINATED',
    rows: ['33'],
    nameVi: 'đình chỉ thi hành án',
    from: OPEN,
    to: 'TERMINATED',
    isDecision: true,
    grounds: grounds.terminationGrounds,
    time: '5 working days from the ground',
    legalBasis: legalBasis('Law 26/2008 art. 50', 'Law 106/2025 art. 48'),
    effect: ended,
  },
  {
    event: 'TERMINATED_IN_PART',
    rows: ['33'],
    nameVi: 'đình chỉ một phần',
    from: OPEN,
    to: SAME,
    requires: ['amount'],
    isDecision: true,
    grounds: grounds.terminationGrounds,
    time: '5 working days from the ground',
    legalBasis: legalBasis('Law 26/2008 art. 50', 'Law 106/2025 art. 48'),
    guard: guards.partFits,
    effect: ({ amount }, state) => ({ terminatedAmount: state!.terminatedAmount + amount! }),
  },
  {
    event: 'REDUCTION_GRANTED',
    nameVi: 'xét giảm nghĩa vụ thi hành án',
    from: OPEN,
    to: SAME,
    requires: ['amount'],
    isDecision: true,
    time: 'by court decision, once a year',
    legalBasis: legalBasis('Law 26/2008 art. 61-64', null),
    guard: guards.partFits,
    effect: ({ amount }, state) => ({ reducedAmount: state!.reducedAmount + amount! }),
  },
];
