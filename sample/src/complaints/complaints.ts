import { type IsoDate, addDays, daysBetween } from '@thads/shared';
import { splitCount } from '../amounts';
import type { CaseHistory } from '../cases/case-events';
import type { History, SampleEvent } from '../event';
import { type Random, createRandom, eventId } from '../random';

/** Petitions and receptions of one province over a period. */
export interface ComplaintsPlan {
  readonly territory: number;
  readonly from: IsoDate;
  readonly through: IsoDate;
  /** Received in the period and resolved in it. */
  readonly resolved: number;
  /** Received and accepted, not resolved by the end. */
  readonly pending: number;
  readonly forwarded: number;
  /** Visits to the reception, with the persons who came. */
  readonly visits: number;
  readonly citizens: number;
}

/** Lào Cai's figures are those of report 003; the others fall outside the national report's working year. */
export const complaintsPlans: readonly ComplaintsPlan[] = [
  {
    territory: 10,
    from: '2023-10-01',
    through: '2024-09-30',
    resolved: 135,
    pending: 0,
    forwarded: 0,
    visits: 13,
    citizens: 15,
  },
  {
    territory: 22,
    from: '2022-10-01',
    through: '2023-09-30',
    resolved: 96,
    pending: 0,
    forwarded: 31,
    visits: 60,
    citizens: 71,
  },
  {
    territory: 38,
    from: '2024-10-01',
    through: '2025-06-30',
    resolved: 121,
    pending: 14,
    forwarded: 58,
    visits: 88,
    citizens: 97,
  },
  {
    territory: 20,
    from: '2024-10-01',
    through: '2025-03-31',
    resolved: 37,
    pending: 6,
    forwarded: 12,
    visits: 21,
    citizens: 24,
  },
];

/** Days that every kind of petition can be answered in without being late. */
const ANSWERED_WITHIN = 5;

/** Where letters about the judgment itself belong. */
export const COURT = 'Tòa án nhân dân tỉnh';

/** Five or more who sign name one who speaks for them. */
export function signedBy(signers: number): object {
  return signers < 5 ? { signers } : { signers, representatives: 1 };
}

export interface ProvinceComplaints {
  readonly petitions: readonly History[];
  readonly receptions: readonly History[];
}

export function provinceComplaints(
  plan: ComplaintsPlan,
  cases: readonly CaseHistory[],
  seed: number,
): ProvinceComplaints {
  const random = createRandom(seed + plan.territory);
  const colleagues = [...new Set(cases.map(({ officer }) => officer))].sort();
  const fates = [
    ...Array.from({ length: plan.resolved }, () => 'RESOLVED' as const),
    ...Array.from({ length: plan.pending }, () => 'PENDING' as const),
    ...Array.from({ length: plan.forwarded }, () => 'FORWARDED' as const),
  ];
  return {
    petitions: fates.map((fate, index) => petition(plan, index, fate, random.pick(cases), colleagues, random)),
    receptions: receptions(plan, cases, random),
  };
}

function petition(
  { from, through }: ComplaintsPlan,
  index: number,
  fate: 'RESOLVED' | 'PENDING' | 'FORWARDED',
  about: CaseHistory,
  colleagues: readonly string[],
  random: Random,
): History {
  const subject = `${about.subject.split('.')[0]}.DT-${from.slice(0, 4)}-${String(index + 1).padStart(4, '0')}`;
  const events: SampleEvent[] = [];
  const add = (type: string, occurredOn: IsoDate, fields: object = {}): void =>
    void events.push({ id: eventId(subject, events.length), subject, type, occurredOn, ...fields });
  const kind = random.weighted([
    ['COMPLAINT', 70],
    ['DENUNCIATION', 8],
    ['RECOMMENDATION', 14],
    ['REFLECTION', 8],
  ] as const);
  const receivedOn = addDays(from, random.below(daysBetween(from, through) - 20));
  const personal = kind === 'COMPLAINT' || kind === 'DENUNCIATION';
  add('PETITION_RECEIVED', receivedOn, {
    kind,
    case: about.subject,
    ...(personal ? { againstOfficer: about.officer } : {}),
    ...signedBy(random.next() < 0.05 ? 2 + random.below(8) : 1),
    officer: inChargeBeside(about.officer, colleagues),
    sender: { name: `Người gửi đơn số ${index + 1} (giả định)`, address: 'Địa chỉ giả định' },
  });
  if (fate === 'FORWARDED') add('PETITION_FORWARDED', addDays(receivedOn, 1 + random.below(4)), { toBody: COURT });
  else add('PETITION_ACCEPTED', addDays(receivedOn, 1 + random.below(4)));
  if (fate === 'RESOLVED') {
    const outcome = personal
      ? random.weighted([
          ['WRONG', 70],
          ['PARTLY_RIGHT', 20],
          ['RIGHT', 10],
        ] as const)
      : 'ANSWERED';
    add('PETITION_RESOLVED', addDays(events[1]!.occurredOn, 1 + random.below(ANSWERED_WITHIN)), {
      outcome,
      ...(personal ? { decisionNumber: `${index + 1}/QĐ-THADS` } : {}),
    });
  }
  return events;
}

/** Somebody of the same office, or else of the province, other than whom the petition may be directed against. */
function inChargeBeside(officer: string, colleagues: readonly string[]): string | null {
  const others = colleagues.filter((colleague) => colleague !== officer);
  const [office] = officer.split('.');
  return others.find((colleague) => colleague.startsWith(`${office}.`)) ?? others[0] ?? null;
}

function receptions(
  { from, through, visits, citizens }: ComplaintsPlan,
  cases: readonly CaseHistory[],
  random: Random,
): History[] {
  const persons = splitCount(
    citizens,
    Array.from({ length: visits }, () => 1),
  );
  return persons.map((count, index) => {
    const office = random.pick(cases).subject.split('.')[0];
    const subject = `${office}.TD-${from.slice(0, 4)}-${String(index + 1).padStart(4, '0')}`;
    return [
      {
        id: eventId(subject, 0),
        subject,
        type: 'RECEPTION_RECORDED',
        occurredOn: addDays(from, random.below(daysBetween(from, through) + 1)),
        visits: 1,
        citizens: count,
        matters: 1,
        receivedByHead: random.next() < 0.3,
      },
    ];
  });
}
