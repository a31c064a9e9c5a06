import { SAME, legalBasis } from '@thads/shared';
import type { CaseEntity } from '../case.entity';
import type { CaseEvent } from '../case.event';
import * as grounds from '../case.grounds';
import * as guards from '../case.guards';
import { ACTIVE, SIDE } from '../case.states';
import type { CaseTransition } from '../case.transition';

const aside = ({ postponedUntil }: CaseEvent, state: CaseEntity | null): Partial<CaseEntity> => ({
  returnState: state!.state,
  postponedUntil: postponedUntil ?? null,
});

/** Into the side states and back to where the case was. */
export const pause: readonly CaseTransition[] = [
  {
    event: 'POSTPONED_BY_CONSENT',
    rows: ['29'],
    nameVi: 'hoãn theo thỏa thuận của đương sự',
    from: ACTIVE,
    to: 'POSTPONED_BY_CONSENT',
    allows: ['postponedUntil'],
    isDecision: true,
    grounds: grounds.consentGrounds,
    time: '5 working days from the ground',
    legalBasis: legalBasis('Law 26/2008 art. 48.1.c', 'Law 106/2025 art. 46'),
    guard: guards.untilIsAhead,
    effect: aside,
  },
  {
    event: 'POSTPONED',
    rows: ['29', '26'],
    nameVi: 'hoãn thi hành án',
    from: ACTIVE,
    to: 'POSTPONED',
    allows: ['postponedUntil'],
    isDecision: true,
    grounds: grounds.postponementGrounds,
    time: '5 working days from the ground; at once on a protest authority’s request, once, at most 3 months',
    legalBasis: legalBasis('Law 26/2008 art. 48', 'Law 106/2025 art. 46'),
    guard: guards.all(guards.untilIsAhead, guards.protestPostponementFits),
    effect: (event, state) => ({
      ...aside(event, state),
      protestPostponed: state!.protestPostponed || event.ground === 'PROTEST_REQUEST',
    }),
  },
  {
    event: 'SUSPENDED',
    rows: ['31'],
    nameVi: 'tạm đình chỉ thi hành án',
    from: ACTIVE,
    to: 'SUSPENDED',
    isDecision: true,
    grounds: grounds.suspensionGrounds,
    time: 'notice on a protest; 5 working days on a bankruptcy petition',
    legalBasis: legalBasis('Law 26/2008 art. 49', 'Law 106/2025 art. 47'),
    effect: aside,
  },
  {
    event: 'RESUMED',
    rows: ['30', '32'],
    nameVi: 'tiếp tục sau hoãn, tạm đình chỉ',
    from: SIDE,
    to: SAME,
    isDecision: true,
    time: '5 working days after the ground has ended',
    legalBasis: legalBasis('Law 26/2008 art. 48.4, 49.3', 'Law 106/2025 art. 46-47'),
    effect: (_event, state) => ({ state: state!.returnState!, returnState: null, postponedUntil: null }),
  },
];
