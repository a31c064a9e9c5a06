import { SAME, addDays, addWorkingDays, legalBasis, overlayBits } from '@thads/shared';
import { partiesFit, partyGrounds, replacementFits } from '../../party/party.guards';
import { partiesAfter } from '../../party/party.rows';
import type { CaseEntity } from '../case.entity';
import type { CaseEvent } from '../case.event';
import * as grounds from '../case.grounds';
import * as guards from '../case.guards';
import { OPEN } from '../case.states';
import { type CaseTransition, VERIFICATION_DAYS, ended } from '../case.transition';

/** Working days to the enforcement decision (old law art. 36, new law art. 33 and 34). */
const DECISION_WORKING_DAYS = 5;
const BANKRUPTCY_DECISION_WORKING_DAYS = 3;
/** From the notice of the decision (old law art. 45). */
const VOLUNTARY_DAYS = 10;

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

/** From the judgment, the request or the entrustment to the decision and the officer in charge. */
export const opening: readonly CaseTransition[] = [
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
    guard: guards.all(guards.requestIsOnRequest, guards.excludedDaysFit, partiesFit),
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
    guard: guards.all(
      (event, state) => guards.requestIsOnRequest({ ...event, initiation: state!.initiation }, state),
      guards.excludedDaysFit,
    ),
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
];
