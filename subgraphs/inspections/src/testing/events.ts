import { type IsoDate, type Lifecycle, type RegisterEvent, requiredFields } from '@thads/shared';

/** A value of every field that some event needs; of those that name days, one far ahead. */
const VALUES: Readonly<Record<string, unknown>> = {
  kind: 'SELF',
  workingYear: 2025,
  toOffice: 'VN63-10-00',
  theme: 'GENERAL',
  plannedFor: '2025-09-01',
  teamHead: 'Head A',
  signer: 'Head A',
  conclusion: 'Two files late.',
  followUp: 'One open.',
  decisionNumber: '7/QĐ-CTHADS',
  inspection: 'VN63-10-01.I-1',
  findingKind: 'VIOLATION',
  recommendation: 'Verify again.',
  dueOn: '2025-09-01',
  consequence: 'DRAWING_LESSONS',
  body: 'PROCURACY',
  findingCount: 3,
  recommendationCount: 2,
  protestLevel: 'SAME_LEVEL',
  outcome: 'PARTLY_ACCEPTED',
};

/** What guards ask for besides what the table requires. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  FINDING_RECORDED: ['recommendation', 'dueOn'],
  INSPECTION_CONCLUDED: ['conclusion'],
  SUPERVISION_CONCLUSION_RECEIVED: ['dueOn'],
};

const PARTS = { purpose: 'p', scopeAndObject: 's', content: 'c', method: 'm', organisation: 'o' };
const WITH_PARTS = ['PLAN_DRAFTED', 'PLAN_DRAFT_REVISED', 'PLAN_ADJUSTED'];

/** An event of a type with everything that it needs, told by the table of its life cycle. */
export function eventOf<E extends RegisterEvent>(lifecycle: Lifecycle<any, E>, type: string, occurredOn: IsoDate): E {
  const transition = lifecycle.transitions.find(({ event }) => event === type)!;
  const fields = [...requiredFields(transition), ...(ALSO[type] ?? [])].filter((field) => field !== 'ground');
  return {
    id: 'unused',
    subject: 'VN63-10-01.S-1',
    type,
    occurredOn,
    ...Object.fromEntries(fields.map((field) => [field, VALUES[field]])),
    ...(transition.grounds ? { ground: Object.keys(transition.grounds)[0] } : {}),
    ...(WITH_PARTS.includes(type) ? PARTS : {}),
  } as unknown as E;
}
