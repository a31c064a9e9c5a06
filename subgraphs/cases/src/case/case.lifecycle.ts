import type { Lifecycle } from '@thads/shared';
import { coercionRows } from '../coercion/coercion.rows';
import { partyRows } from '../party/party.rows';
import { withListing } from '../public-debtor/public-debtor.listing';
import { publicDebtorRows } from '../public-debtor/public-debtor.rows';
import { caseDeadlines } from './case.deadlines';
import type { CaseEntity } from './case.entity';
import type { CaseEvent } from './case.event';
import { casePositions } from './case.positions';
import { coercion } from './transitions/coercion.transitions';
import { departure } from './transitions/departure.transitions';
import { money } from './transitions/money.transitions';
import { opening } from './transitions/opening.transitions';
import { pause } from './transitions/pause.transitions';
import { termination } from './transitions/termination.transitions';
import { verification } from './transitions/verification.transitions';

/** The transitions of a case; every step of the published table is a row here, under the number it has there. */
export const caseLifecycle: Lifecycle<CaseEntity, CaseEvent> = {
  subjectType: 'case',
  nameVi: 'việc thi hành án',
  table: 'enforcement_case',
  initial: {
    overlays: 0,
    judgmentNumber: null,
    receivedOn: null,
    decisionDueOn: null,
    effectiveOn: null,
    excludedDays: 0,
    decidedOn: null,
    decisionNumber: null,
    officer: null,
    amount: 0,
    collected: 0,
    paid: 0,
    terminatedAmount: 0,
    entrustedAmount: 0,
    reducedAmount: 0,
    verificationDueOn: null,
    noConditionsOn: null,
    noConditionsGround: null,
    reverifications: 0,
    timesSeparated: 0,
    separatedAmount: 0,
    isSeparate: false,
    securityMeasures: 0,
    coercions: 0,
    coercionsWithForces: 0,
    assetPrice: null,
    assetFirstPrice: null,
    priceReductions: 0,
    reappraised: false,
    saleOn: null,
    postponedUntil: null,
    protestPostponed: false,
    returnState: null,
    endedOn: null,
    partiesStated: 0,
    partiesReplaced: null,
    listedOn: null,
    listedGround: null,
    listings: 0,
  },
  transitions: withListing([
    ...opening,
    ...verification,
    ...coercion,
    ...money,
    ...termination,
    ...pause,
    ...departure,
  ]),
  references: ({ officer }) => (officer ? [{ subjectType: 'officer', id: officer }] : []),
  details: (event, after, before) => [
    ...coercionRows(event, after),
    ...partyRows(event, after),
    ...publicDebtorRows(event, after, before),
  ],
  positions: casePositions,
  seenBy: ['officer'],
  inCharge: { officer: 'officer', endedOn: 'ended_on' },
  deadlines: caseDeadlines,
};
