import {
  type DetailRow,
  type IsoDate,
  type Lifecycle,
  type Placement,
  SAME,
  addDays,
  addMonths,
  addWorkingDays,
  legalBasis,
  overlayBits,
} from '@thads/shared';
import { partiesFit, partyGrounds, replacementFits } from '../party/party.guards';
import { partiesAfter, partyRows } from '../party/party.rows';
import { withListing } from '../public-debtor/public-debtor.listing';
import { publicDebtorRows } from '../public-debtor/public-debtor.rows';
import type { CaseSlot } from '../statistics/case.slots';
import { caseDeadlines } from './case.deadlines';
import type { CaseEntity } from './case.entity';
import type { CaseState } from './case.enums';
import type { CaseEvent } from './case.event';
import * as grounds from './case.grounds';
import * as guards from './case.guards';
import { outstandingOf } from './case.money';

/** Working days to the enforcement decision (old law art. 36, new law art. 33 and 34). */
const DECISION_WORKING_DAYS = 5;
const BANKRUPTCY_DECISION_WORKING_DAYS = 3;
/** From the notice of the decision (old law art. 45). */
const VOLUNTARY_DAYS = 10;
/** From the end of the voluntary period, or from new information (old law art. 44). */
const VERIFICATION_DAYS = 10;
/** Between verifications of a case not yet with conditions (old law art. 44.2). */
const REVERIFICATION_MONTHS = 6;
const SLOW_REVERIFICATION_MONTHS = 12;

/**
 * Before it is known whether there are conditions. An office may leave out steps between the decision and the result of
 * the verification, which the statistics do not tell apart: what may follow one of these states may follow all.
 */
const UNVERIFIED = ['DECIDED', 'VOLUNTARY', 'VERIFYING'] as const;
const ENFORCED = ['WITH_CONDITIONS', 'PART_PAID', 'COERCING'] as const;
const DISPOSED_OF = ['SEIZED', 'APPRAISED', 'ON_SALE'] as const;
const ACTIVE = [...UNVERIFIED, ...ENFORCED, ...DISPOSED_OF, 'COLLECTED'] as const;
const SIDE = ['POSTPONED_BY_CONSENT', 'POSTPONED', 'SUSPENDED'] as const;
const OPEN = [...ACTIVE, 'NO_CONDITIONS', ...SIDE] as const;

const openSlots: Partial<Record<CaseState, CaseSlot>> = {
  ...Object.fromEntries(UNVERIFIED.map((state) => [state, 'OTHER_WITH_CONDITIONS'])),
  ...Object.fromEntries([...ENFORCED, ...DISPOSED_OF, 'COLLECTED'].map((state) => [state, 'IN_PROGRESS'])),
  NO_CONDITIONS: 'NOT_YET_44A',
  POSTPONED_BY_CONSENT: 'POSTPONED_BY_CONSENT',
  POSTPONED: 'POSTPONED',
  SUSPENDED: 'SUSPENDED',
};

const endSlots: Partial<Record<CaseState, CaseSlot>> = {
  TERMINATED: 'TERMINATED',
  ENTRUSTED_OUT: 'ENTRUSTED_OUT',
  REVOKED: 'REVOKED',
  WITHDRAWN: 'WITHDRAWN_UPWARD',
  // The rows of circular 05/2026, which may know a line of its own for it, were not obtained.
  CLOSED_RETURNED: 'REVOKED',
};

const opened = (event: CaseEvent): Partial<CaseEntity> => ({
  kind: event.kind!,
  initiation: event.initiation ?? 'ON_REQUEST',
  overlays: overlayBits(event.overlays),
  judgmentNumber: event.judgmentNumber ?? null,
  receivedOn: event.occurredOn,
  ...partiesAfter(event, null),
});

const requested = ({ effectiveOn, excludedDays, occurredOn }: CaseEvent): Partial<CaseEntity> => ({
  receivedOn: occurredOn,
  decisionDueOn: addWorkingDays(occurredOn, DECISION_WORKING_DAYS),
  effectiveOn: effectiveOn ?? null,
  excludedDays: excludedDays ?? 0,
});

const decided = (event: CaseEvent): Partial<CaseEntity> => ({
  amount: event.amount!,
  decidedOn: event.occurredOn,
  decisionNumber: event.decisionNumber ?? null,
  officer: event.officer ?? null,
  verificationDueOn: addDays(event.occurredOn, VOLUNTARY_DAYS + VERIFICATION_DAYS),
});

const aside = ({ postponedUntil }: CaseEvent, state: CaseEntity | null): Partial<CaseEntity> => ({
  returnState: state!.state,
  postponedUntil: postponedUntil ?? null,
});

const ended = ({ occurredOn }: CaseEvent): Partial<CaseEntity> => ({
  endedOn: occurredOn,
  returnState: null,
  postponedUntil: null,
  verificationDueOn: null,
});

function reverification(occurredOn: IsoDate, state: Pick<CaseEntity, 'noConditionsGround'>): IsoDate {
  return addMonths(occurredOn, guards.isSlow(state) ? SLOW_REVERIFICATION_MONTHS : REVERIFICATION_MONTHS);
}

const collected = ({ amount }: CaseEvent, state: CaseEntity | null): Partial<CaseEntity> => ({
  collected: state!.collected + amount!,
  assetPrice: null,
  assetFirstPrice: null,
});

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
    {
      event: 'JUDGMENT_RECEIVED',
      rows: ['1'],
      nameVi: 'nhận bản án, quyết định',
      from: [],
      to: 'RECEIVED',
      requires: ['kind', 'initiation'],
      allows: ['overlays', 'judgmentNumber', 'parties'],
      time: 'entered in the receipt book; a digital judgment is received when its delivery is complete',
      legalBasis: legalBasis('Law 26/2008 art. 28-29', 'Decree 152/2026 art. 7'),
      guard: partiesFit,
      effect: (event) => ({
        ...opened(event),
        // Nothing is due before somebody requests it.
        decisionDueOn:
          event.initiation === 'EX_OFFICIO'
            ? addWorkingDays(
                event.occurredOn,
                event.kind === 'BANKRUPTCY' ? BANKRUPTCY_DECISION_WORKING_DAYS : DECISION_WORKING_DAYS,
              )
            : null,
      }),
    },
    {
      event: 'REQUEST_FILED',
      rows: ['3'],
      nameVi: 'nộp đơn yêu cầu thi hành án',
      from: [],
      to: 'REQUESTED',
      requires: ['kind'],
      allows: ['initiation', 'overlays', 'judgmentNumber', 'effectiveOn', 'excludedDays', 'parties'],
      time: 'within 5 years of effect or due date; periods of postponement and suspension do not run',
      legalBasis: legalBasis('Law 26/2008 art. 30-31', 'Law 106/2025 art. 34; Decree 152/2026 art. 9-10'),
      guard: guards.all(guards.requestIsOnRequest, partiesFit),
      effect: (event) => ({ ...opened(event), ...requested(event) }),
    },
    {
      event: 'REQUEST_FILED',
      rows: ['3'],
      nameVi: 'nộp đơn yêu cầu thi hành án',
      from: ['RECEIVED'],
      to: 'REQUESTED',
      allows: ['effectiveOn', 'excludedDays'],
      legalBasis: legalBasis('Law 26/2008 art. 30-31', 'Law 106/2025 art. 34; Decree 152/2026 art. 9-10'),
      guard: (event, state) =>
        state!.initiation === 'EX_OFFICIO'
          ? guards.requestIsOnRequest({ ...event, initiation: 'EX_OFFICIO' }, state)
          : null,
      effect: requested,
    },
    {
      event: 'REQUEST_REFUSED',
      rows: ['4'],
      nameVi: 'từ chối yêu cầu thi hành án',
      from: ['REQUESTED'],
      to: 'REFUSED',
      isDecision: true,
      grounds: grounds.refusalGrounds,
      time: 'notice in 5 working days',
      legalBasis: legalBasis('Law 26/2008 art. 31.5', 'Law 106/2025 art. 34'),
      effect: ended,
    },
    {
      event: 'DECISION_ISSUED',
      rows: ['2'],
      nameVi: 'ra quyết định thi hành án chủ động',
      from: ['RECEIVED'],
      to: 'DECIDED',
      requires: ['amount'],
      isDecision: true,
      time: '5 working days; bankruptcy 3 working days; provisional measures at once',
      legalBasis: legalBasis('Law 26/2008 art. 36.2', 'Law 106/2025 art. 33'),
      guard: guards.isExOfficio,
      effect: decided,
    },
    {
      event: 'DECISION_ISSUED',
      rows: ['5'],
      nameVi: 'ra quyết định thi hành án theo yêu cầu',
      from: ['REQUESTED'],
      to: 'DECIDED',
      requires: ['amount'],
      isDecision: true,
      time: '5 working days',
      legalBasis: legalBasis('Law 26/2008 art. 36.1', 'Law 106/2025 art. 34; Decree 152/2026 art. 11'),
      guard: guards.requestIsInTime,
      effect: decided,
    },
    {
      event: 'ENTRUSTMENT_RECEIVED',
      rows: ['35'],
      nameVi: 'nhận ủy thác thi hành án',
      from: [],
      to: 'DECIDED',
      requires: ['kind', 'initiation', 'amount'],
      allows: ['overlays', 'judgmentNumber', 'parties'],
      isDecision: true,
      time: '5 working days; refused only for clear error',
      legalBasis: legalBasis('Law 26/2008 art. 57', 'Decree 152/2026 art. 26.5'),
      guard: partiesFit,
      effect: (event) => ({ ...opened(event), ...decided(event), receivedOn: null }),
    },
    {
      event: 'PARTIES_STATED',
      nameVi: 'bổ sung, thay đổi đương sự',
      from: ['RECEIVED', 'REQUESTED', ...OPEN, 'DORMANT'],
      to: SAME,
      requires: ['parties'],
      allows: ['replacedParties'],
      grounds: partyGrounds,
      legalBasis: legalBasis('Law 26/2008 art. 3, 54', null),
      guard: guards.all(replacementFits, partiesFit),
      effect: partiesAfter,
    },
    {
      event: 'OFFICER_ASSIGNED',
      rows: ['6'],
      nameVi: 'phân công chấp hành viên, lập hồ sơ',
      from: ['DECIDED'],
      to: 'VOLUNTARY',
      requires: ['officer'],
      time: 'decision to the procuracy in 3 working days; since July 2026 file in 2 working days',
      legalBasis: legalBasis('Law 26/2008 art. 36, 38', 'Decree 152/2026 art. 12'),
      effect: ({ officer, occurredOn }) => ({
        officer: officer!,
        verificationDueOn: addDays(occurredOn, VOLUNTARY_DAYS + VERIFICATION_DAYS),
      }),
    },
    {
      event: 'OFFICER_ASSIGNED',
      nameVi: 'thay đổi chấp hành viên',
      from: OPEN.filter((state) => state !== 'DECIDED'),
      to: SAME,
      requires: ['officer'],
      legalBasis: legalBasis('Law 26/2008 art. 36', 'Decree 152/2026 art. 12'),
      effect: ({ officer }) => ({ officer: officer! }),
    },
    {
      event: 'SECURITY_MEASURE_APPLIED',
      rows: ['8'],
      nameVi: 'áp dụng biện pháp bảo đảm',
      from: UNVERIFIED,
      to: SAME,
      isDecision: true,
      grounds: grounds.securityGrounds,
      time: 'any time, without prior notice, against dissipation',
      legalBasis: legalBasis('Law 26/2008 art. 45.2, 66', 'Law 106/2025 art. 67'),
      effect: (_event, state) => ({ securityMeasures: state!.securityMeasures + 1 }),
    },
    {
      event: 'VERIFICATION_STARTED',
      rows: ['9'],
      nameVi: 'xác minh điều kiện thi hành án',
      from: ['DECIDED', 'VOLUNTARY'],
      to: 'VERIFYING',
      time: 'within 10 days after the voluntary period of 10 days; provisional measures at once',
      legalBasis: legalBasis('Law 26/2008 art. 44.1', 'Law 106/2025 art. 38'),
    },
    {
      event: 'CLASSIFIED_WITH_CONDITIONS',
      rows: ['10'],
      nameVi: 'xác minh: có điều kiện thi hành',
      from: UNVERIFIED,
      to: 'WITH_CONDITIONS',
      time: 'record of the verification, with confirmation',
      legalBasis: legalBasis('Law 26/2008 art. 44', 'Law 106/2025 art. 38'),
      effect: () => ({ verificationDueOn: null }),
    },
    {
      event: 'NOT_YET_WITH_CONDITIONS_DECIDED',
      rows: ['11'],
      nameVi: 'quyết định chưa có điều kiện thi hành',
      from: [...UNVERIFIED, ...ENFORCED],
      to: 'NO_CONDITIONS',
      isDecision: true,
      grounds: grounds.notYetGrounds,
      time: '5 working days from the ground',
      legalBasis: legalBasis('Law 26/2008 art. 44a; Decree 62/2015 art. 9.4', 'Law 106/2025 art. 38'),
      effect: ({ ground, occurredOn }) => ({
        noConditionsOn: occurredOn,
        noConditionsGround: ground ?? null,
        reverifications: 0,
        verificationDueOn: reverification(occurredOn, { noConditionsGround: ground ?? null }),
      }),
    },
    {
      event: 'REVERIFIED',
      rows: ['12'],
      nameVi: 'xác minh lại, chưa có điều kiện',
      from: ['NO_CONDITIONS'],
      to: SAME,
      time: 'every 6 months; every 12 months for prisoners and unknown addresses; the creditor is told after two rounds',
      legalBasis: legalBasis('Law 26/2008 art. 44.2', 'Law 106/2025 art. 38.3'),
      effect: ({ occurredOn }, state) => ({
        reverifications: state!.reverifications + 1,
        verificationDueOn: reverification(occurredOn, state!),
      }),
    },
    {
      event: 'NEW_INFORMATION',
      rows: ['13', '17'],
      nameVi: 'có thông tin mới về điều kiện thi hành án',
      from: ['NO_CONDITIONS', 'DORMANT'],
      to: 'VERIFYING',
      time: 'verify within 10 days',
      legalBasis: legalBasis('Decree 62/2015 art. 9.4, 9.6', 'Law 106/2025 art. 38.2; Decree 152/2026 art. 22.1'),
      effect: ({ occurredOn }) => ({
        isSeparate: false,
        noConditionsOn: null,
        noConditionsGround: null,
        verificationDueOn: addDays(occurredOn, VERIFICATION_DAYS),
      }),
    },
    {
      event: 'CONTINUED',
      rows: ['14'],
      nameVi: 'quyết định tiếp tục thi hành án',
      from: ['NO_CONDITIONS'],
      to: 'WITH_CONDITIONS',
      isDecision: true,
      time: 'when conditions return',
      legalBasis: legalBasis('Decree 62/2015 art. 9.4', 'Law 106/2025 art. 38'),
      effect: () => ({ noConditionsOn: null, noConditionsGround: null, verificationDueOn: null }),
    },
    {
      event: 'MOVED_TO_SEPARATE_BOOK',
      rows: ['15'],
      nameVi: 'chuyển sổ theo dõi riêng',
      from: ['NO_CONDITIONS'],
      to: 'DORMANT',
      time: 'after 1 year (2 for prisoners and unknown addresses) and two verifications; since July 2026 2 years, ex officio only',
      legalBasis: legalBasis('Decree 62/2015 art. 9.5-9.6', 'Decree 152/2026 art. 22.1'),
      guard: guards.separateBookFits,
      effect: (_event, state) => ({
        isSeparate: true,
        timesSeparated: state!.timesSeparated + 1,
        separatedAmount: state!.separatedAmount + outstandingOf(state!),
        verificationDueOn: null,
      }),
    },
    {
      event: 'REQUEST_RETURNED',
      rows: ['16'],
      nameVi: 'gửi lại đơn yêu cầu thi hành án',
      from: ['NO_CONDITIONS'],
      to: 'CLOSED_RETURNED',
      isDecision: true,
      time: 'since July 2026, after 2 years; a new request needs proof of conditions',
      legalBasis: legalBasis(null, 'Decree 152/2026 art. 22.2, 32.1'),
      guard: guards.returnFits,
      effect: ended,
    },
    {
      event: 'COERCION_DECIDED',
      rows: ['18'],
      nameVi: 'quyết định cưỡng chế',
      from: ENFORCED,
      to: 'COERCING',
      requires: ['coercionMeasure'],
      allows: ['mobilisedForces'],
      isDecision: true,
      time: 'after the voluntary period; not from 22:00 to 06:00 nor on holidays',
      legalBasis: legalBasis('Law 26/2008 art. 46, 71, 72', 'Law 106/2025 art. 72; Decree 152/2026 art. 42'),
      effect: ({ mobilisedForces }, state) => ({
        coercions: state!.coercions + 1,
        coercionsWithForces: state!.coercionsWithForces + (mobilisedForces ? 1 : 0),
      }),
    },
    {
      event: 'COERCION_PLANNED',
      rows: ['19'],
      nameVi: 'kế hoạch cưỡng chế có huy động lực lượng',
      from: ['COERCING'],
      to: SAME,
      requires: ['plannedFor'],
      time: 'to procuracy, police and commune; not within 15 days of Tết; since July 2026 joint meeting 1 working day before',
      legalBasis: legalBasis('Law 26/2008 art. 72', 'Decree 152/2026 art. 46-47'),
      guard: guards.planFits,
    },
    {
      event: 'ASSET_SEIZED',
      rows: ['20'],
      nameVi: 'kê biên tài sản',
      from: ['COERCING'],
      to: 'SEIZED',
      isDecision: true,
      legalBasis: legalBasis('Law 26/2008 art. 71.3, 88', 'Law 106/2025 art. 78, 80'),
      effect: () => ({ assetPrice: null, assetFirstPrice: null, priceReductions: 0, reappraised: false, saleOn: null }),
    },
    {
      event: 'ASSET_APPRAISED',
      rows: ['21'],
      nameVi: 'thẩm định giá tài sản',
      from: ['SEIZED'],
      to: 'APPRAISED',
      requires: ['amount'],
      time: 'by agreement, else contract within 5 working days',
      legalBasis: legalBasis('Law 26/2008 art. 98-99', 'Law 106/2025 art. 82; Decree 152/2026 art. 60'),
      effect: ({ amount }) => ({ assetPrice: amount!, assetFirstPrice: amount! }),
    },
    {
      event: 'ASSET_APPRAISED',
      rows: ['21'],
      nameVi: 'định giá lại tài sản',
      from: ['APPRAISED'],
      to: SAME,
      requires: ['amount'],
      time: 'once, on request within 5 working days',
      legalBasis: legalBasis('Law 26/2008 art. 99', 'Law 106/2025 art. 82; Decree 152/2026 art. 60'),
      guard: guards.reappraisalFits,
      effect: ({ amount }) => ({ assetPrice: amount!, assetFirstPrice: amount!, reappraised: true }),
    },
    {
      event: 'AUCTION_CONTRACTED',
      rows: ['22'],
      nameVi: 'ký hợp đồng dịch vụ đấu giá',
      from: ['APPRAISED'],
      to: 'ON_SALE',
      allows: ['saleOn'],
      time: 'within 10 days; sale within 30 days (movables) or 45 days (real estate); not under 2 million dong',
      legalBasis: legalBasis('Law 26/2008 art. 101', 'Law 106/2025 art. 83-84; Decree 152/2026 art. 65'),
      guard: guards.auctionFits,
      effect: ({ saleOn }) => ({ saleOn: saleOn ?? null }),
    },
    {
      event: 'PRICE_REDUCED',
      rows: ['23'],
      nameVi: 'giảm giá tài sản',
      from: ['ON_SALE'],
      to: SAME,
      requires: ['amount'],
      allows: ['saleOn'],
      isDecision: true,
      time: 'the parties have 10 days to agree, else the officer reduces; at most a tenth of the first price each time',
      legalBasis: legalBasis('Law 26/2008 art. 104', 'Law 106/2025 art. 84; Decree 152/2026 art. 65.6'),
      guard: guards.reductionFits,
      effect: ({ amount, saleOn }, state) => ({
        assetPrice: amount!,
        priceReductions: state!.priceReductions + 1,
        saleOn: saleOn ?? null,
      }),
    },
    {
      event: 'ASSET_TAKEN_BY_CREDITOR',
      rows: ['24'],
      nameVi: 'người được thi hành án nhận tài sản',
      from: ['ON_SALE'],
      to: 'COLLECTED',
      requires: ['amount'],
      time: 'from the second reduction on',
      legalBasis: legalBasis('Law 26/2008 art. 104.2', 'Decree 152/2026 art. 65.6, 66'),
      guard: guards.all(guards.takingFits, guards.collectionFits),
      effect: collected,
    },
    {
      event: 'ASSET_REDEEMED',
      rows: ['25'],
      nameVi: 'người phải thi hành án chuộc lại tài sản',
      from: ['ON_SALE'],
      to: 'COLLECTED',
      requires: ['amount'],
      time: 'up to 1 working day before the sale',
      legalBasis: legalBasis('Law 26/2008 art. 101.5', 'Decree 152/2026 art. 65.8'),
      guard: guards.all(guards.redemptionFits, guards.collectionFits),
      effect: collected,
    },
    {
      event: 'ASSET_RELEASED',
      rows: ['26'],
      nameVi: 'giải tỏa kê biên, trả lại tài sản',
      from: DISPOSED_OF,
      to: 'WITH_CONDITIONS',
      isDecision: true,
      grounds: grounds.releaseGrounds,
      legalBasis: legalBasis('Law 26/2008 art. 48.1.d, 48.1.h, 105', 'Decree 152/2026 art. 65.7'),
      effect: () => ({ assetPrice: null, assetFirstPrice: null }),
    },
    {
      event: 'MONEY_COLLECTED',
      rows: ['27'],
      nameVi: 'thu tiền thi hành án',
      from: ACTIVE,
      to: 'COLLECTED',
      requires: ['amount'],
      time: 'receipt; cash to the agency fund the same day',
      legalBasis: legalBasis('Circular 04/2023 art. 17', 'Decree 152/2026 art. 50'),
      guard: guards.collectionFits,
      effect: collected,
    },
    {
      event: 'MONEY_PAID',
      rows: ['28'],
      nameVi: 'chi trả, nộp ngân sách',
      from: ['COLLECTED'],
      to: 'PART_PAID',
      requires: ['amount'],
      time: 'within 10 days of collection',
      legalBasis: legalBasis('Law 26/2008 art. 47.5', 'Law 106/2025 art. 54; Decree 152/2026 art. 29-30'),
      guard: guards.paymentFits,
      effect: (event, state) => {
        const paid = state!.paid + event.amount!;
        const isDone = outstandingOf({ ...state!, paid }) === 0;
        return { paid, ...(isDone ? { ...ended(event), state: 'COMPLETED' } : {}) };
      },
    },
    {
      event: 'MONEY_PAID',
      rows: ['28'],
      nameVi: 'thu và chi trả, nộp ngân sách một phần',
      from: ACTIVE.filter((state) => state !== 'COLLECTED'),
      to: SAME,
      requires: ['amount'],
      time: 'collected and paid in one step',
      legalBasis: legalBasis('Law 26/2008 art. 47', 'Law 106/2025 art. 54'),
      guard: guards.paymentFits,
      effect: ({ amount }, state) => {
        const paid = state!.paid + amount!;
        return { paid, collected: Math.max(state!.collected, paid) };
      },
    },
    {
      event: 'COMPLETED',
      rows: ['7', '28'],
      nameVi: 'thi hành xong',
      from: ACTIVE,
      to: 'COMPLETED',
      time: 'performed voluntarily, or the rest is collected and paid',
      legalBasis: legalBasis('Law 26/2008 art. 45, 52', 'Law 106/2025 art. 36, 55'),
      effect: (event, state) => {
        const paid = state!.paid + outstandingOf(state!);
        return { ...ended(event), paid, collected: paid };
      },
    },
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
    {
      event: 'ENTRUSTED_OUT',
      rows: ['34'],
      nameVi: 'ủy thác thi hành án',
      from: [...ACTIVE, 'NO_CONDITIONS'],
      to: 'ENTRUSTED_OUT',
      requires: ['toOffice'],
      isDecision: true,
      time: '5 working days, 24 hours for provisional measures; after local assets are dealt with',
      legalBasis: legalBasis('Law 26/2008 art. 55-57', 'Law 106/2025 art. 49; Decree 152/2026 art. 26'),
      guard: guards.all(guards.officeIsKnown, guards.officeIsAnother),
      effect: ended,
    },
    {
      event: 'ENTRUSTED_IN_PART',
      rows: ['34'],
      nameVi: 'ủy thác một phần',
      from: [...ACTIVE, 'NO_CONDITIONS'],
      to: SAME,
      requires: ['toOffice', 'amount'],
      isDecision: true,
      time: '5 working days; the enforcement decision is revoked for that part',
      legalBasis: legalBasis('Law 26/2008 art. 55-57', 'Law 106/2025 art. 49; Decree 152/2026 art. 26'),
      guard: guards.all(guards.officeIsKnown, guards.officeIsAnother, guards.partFits),
      effect: ({ amount }, state) => ({ entrustedAmount: state!.entrustedAmount + amount! }),
    },
    {
      event: 'ASSET_HANDLING_ENTRUSTED',
      rows: ['36'],
      nameVi: 'ủy thác xử lý tài sản',
      from: ACTIVE,
      to: SAME,
      requires: ['toOffice'],
      isDecision: true,
      time: 'the case stays; the money comes back in 5 working days',
      legalBasis: legalBasis('Law 26/2008 art. 55.2, 57.2', 'Decree 152/2026 art. 27'),
      guard: guards.all(guards.officeIsKnown, guards.officeIsAnother),
    },
    {
      event: 'REVOKED',
      rows: ['37'],
      nameVi: 'thu hồi, hủy quyết định',
      from: ['RECEIVED', 'REQUESTED', ...OPEN, 'DORMANT'],
      to: 'REVOKED',
      isDecision: true,
      grounds: grounds.revocationGrounds,
      legalBasis: legalBasis('Law 26/2008 art. 37', 'Law 106/2025 art. 52'),
      effect: ended,
    },
    {
      event: 'WITHDRAWN_UPWARD',
      rows: ['38'],
      nameVi: 'rút hồ sơ lên cấp tỉnh',
      from: OPEN,
      to: 'WITHDRAWN',
      isDecision: true,
      time: 'cases of districts, until June 2025',
      legalBasis: legalBasis('Law 26/2008 art. 35.2.h', null),
      guard: guards.withdrawalFits,
      effect: ended,
    },
    {
      event: 'RESULT_CONFIRMED',
      rows: ['39'],
      nameVi: 'xác nhận kết quả thi hành án',
      from: ['COMPLETED', 'TERMINATED'],
      to: SAME,
      time: '5 working days on request; 3 since July 2026',
      legalBasis: legalBasis('Law 26/2008 art. 52-53', 'Law 106/2025 art. 55; Decree 152/2026 art. 32'),
    },
  ]),
  references: ({ officer }) => (officer ? [{ subjectType: 'officer', id: officer }] : []),
  details: (event, after, before) => [
    ...coercionRows(event, after),
    ...partyRows(event, after),
    ...publicDebtorRows(event, after, before),
  ],
  positions: (state) => [
    {
      dimensions: { kind: state.kind, initiation: state.initiation },
      overlays: state.overlays,
      placements: [...standing(state), ...counters(state)],
    },
  ],
  deadlines: caseDeadlines,
};

function coercionRows(event: CaseEvent, after: CaseEntity): DetailRow[] {
  if (event.type !== 'COERCION_DECIDED') return [];
  return [
    {
      table: 'coercion',
      row: {
        territory: after.territory,
        id: `${after.id}.${String(after.coercions).padStart(3, '0')}`,
        case_id: after.id,
        measure: event.coercionMeasure,
        mobilised_forces: event.mobilisedForces ?? false,
        decided_on: event.occurredOn,
        decision_number: event.decisionNumber ?? null,
      },
    },
  ];
}

type SlotPlacement = Placement & { slot: CaseSlot };

/** The case and its money: each part is where it went, what is outstanding is where the case stands. */
function standing(state: CaseEntity): SlotPlacement[] {
  const { decidedOn, paid, terminatedAmount, entrustedAmount, reducedAmount, timesSeparated, separatedAmount } = state;
  if (decidedOn === null) return [];
  const outstanding = outstandingOf(state);
  // Partly done with the rest entrusted out counts as completed here and as new where it went (GSO indicator note).
  const isCompleted = state.state === 'COMPLETED' || (state.state === 'ENTRUSTED_OUT' && paid > 0);
  const parts: SlotPlacement[] = [
    { slot: 'COMPLETED', count: isCompleted ? 1 : 0, money: paid },
    { slot: 'TERMINATED', count: 0, money: terminatedAmount },
    { slot: 'ENTRUSTED_OUT', count: 0, money: entrustedAmount },
    { slot: 'REDUCED', count: 0, money: reducedAmount },
    { slot: 'SEPARATED', count: timesSeparated, money: separatedAmount },
  ];
  // What left for the separate book has left the tree; it comes back as new.
  if (state.isSeparate) {
    return [
      ...parts,
      {
        slot: 'SEPARATE_BOOK',
        count: state.state === 'DORMANT' ? 1 : 0,
        money: state.state === 'DORMANT' ? outstanding : 0,
      },
    ];
  }
  if (state.state === 'COMPLETED') return parts;
  const slot = openSlots[state.state] ?? endSlots[state.state]!;
  return [...parts, { slot, count: isCompleted ? 0 : 1, money: outstanding }];
}

/**
 * A decision is counted as due on the day it is issued, or on the first day it is late; an issued one counts on that
 * same day, so that issued decisions are always a part of those due.
 */
function counters(state: CaseEntity): SlotPlacement[] {
  const { decisionDueOn, decidedOn, endedOn, securityMeasures, coercions, coercionsWithForces } = state;
  const measures: SlotPlacement[] = [
    { slot: 'SECURITY_MEASURE', count: securityMeasures },
    { slot: 'COERCION', count: coercions },
    { slot: 'COERCION_WITH_FORCES', count: coercionsWithForces },
  ];
  if (decisionDueOn === null) return measures;
  const firstLateDay = addDays(decisionDueOn, 1);
  // Sent back in time it never falls due; sent back late it stays due on the day it fell due.
  if (decidedOn === null && endedOn !== null && endedOn < firstLateDay) return measures;
  const from = decidedOn !== null && decidedOn < firstLateDay ? decidedOn : firstLateDay;
  return [
    ...measures,
    { slot: 'DECISION_DUE', count: 1, from },
    { slot: 'DECISION_ISSUED', count: decidedOn === null ? 0 : 1, from },
  ];
}
