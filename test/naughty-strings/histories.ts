import type { Refusal, Told } from '../refusals/refusal';

/** An event that takes a text, and what has to be there before it. */
export interface TextHistory extends Pick<Refusal, 'given' | 'sent'> {
  /** The query that finds its subject; null where the graph has none. */
  readonly record: string | null;
}

const number = { decisionNumber: '1/QĐ' };
const judgment: Told = [
  'JUDGMENT_RECEIVED',
  '2024-01-08',
  { kind: 'CIVIL', initiation: 'ON_REQUEST', judgmentNumber: '' },
];
const decided: Told = [
  'ENTRUSTMENT_RECEIVED',
  '2024-01-08',
  { kind: 'CIVIL', initiation: 'ON_REQUEST', amount: 1, ...number },
];
const petition = (fields: object = {}): Told => ['PETITION_RECEIVED', '2024-01-08', { kind: 'COMPLAINT', ...fields }];
const drafted: Told = [
  'PLAN_DRAFTED',
  '2024-01-08',
  { kind: 'SELF', workingYear: 2024, purpose: '', scopeAndObject: '', content: '', method: '', organisation: '' },
];
const inspection = { kind: 'SELF', theme: 'GENERAL' };
const planned: Told = ['INSPECTION_PLANNED', '2024-01-08', inspection];
const conducted: Told = ['UNPLANNED_INSPECTION_CONDUCTED', '2024-01-08', inspection];
const concluded: Told = ['INSPECTION_CONCLUDED', '2024-01-09', { signer: 'A', conclusion: '' }];
const obligation: Told = ['OBLIGATION_RECORDED', '2024-01-08', { category: 'FINE', amount: 2, case: '' }];
const receipt: Told = ['RECEIPT_RECORDED', '2024-01-09', { amount: 1, receiptNumber: '', payer: '' }];

function totals(slot: string): TextHistory {
  return {
    record: null,
    sent: ['REPORT_ENTRY_RECORDED', '2020-09-30', { source: '', reportLines: [{ slot, count: 1 }] }],
  };
}

/**
 * By register: a history for every text that an event can carry, which is empty here. Texts that every event can carry
 * go with the first.
 */
export const TEXT_HISTORIES: Readonly<Record<string, readonly TextHistory[]>> = {
  Case: [
    { record: 'case', sent: judgment },
    { record: 'case', given: [decided], sent: ['ENTRUSTED_OUT', '2024-01-09', { ...number, toOffice: '' }] },
    { record: 'officer', sent: ['OFFICER_APPOINTED', '2024-01-08', { name: '', grade: 'SENIOR' }] },
    {
      record: null,
      sent: ['TARGET_ASSIGNED', '2024-01-08', { scope: '', workingYear: 2024, casesTarget: 80, moneyTarget: 40 }],
    },
    {
      record: 'administrativeJudgment',
      sent: ['ADMINISTRATIVE_JUDGMENT_MONITORED', '2024-01-08', { obligedBody: '', performBy: '2024-03-01' }],
    },
    totals('COMPLETED'),
    {
      record: 'case',
      sent: [
        'JUDGMENT_RECEIVED',
        '2024-01-08',
        {
          kind: 'CIVIL',
          initiation: 'ON_REQUEST',
          parties: [{ role: 'DEBTOR', kind: 'PERSON', name: '', identityNumber: '', address: '' }],
        },
      ],
    },
    {
      record: 'case',
      given: [judgment],
      sent: ['EVENT_REVERSED', '2024-01-09', { reverses: '', ground: 'Ghi nhầm' }],
    },
  ],
  Petition: [
    { record: 'petition', sent: petition({ case: '', againstOfficer: '', splitFrom: '' }) },
    { record: 'petition', sent: petition({ round: 2, follows: '' }) },
    { record: 'petition', sent: petition({ sender: { name: '', identityNumber: '', address: '' } }) },
    { record: 'petition', given: [petition()], sent: ['PETITION_FORWARDED', '2024-01-09', { toBody: '' }] },
    { record: 'petition', given: [petition()], sent: ['PETITION_FORWARDED', '2024-01-09', { toOffice: '' }] },
    totals('RECEIVED'),
  ],
  Reception: [
    { record: 'reception', sent: ['RECEPTION_RECORDED', '2024-01-08', { visits: 1, citizens: 1, matters: 1 }] },
  ],
  Compensation: [
    { record: 'compensation', sent: ['COMPENSATION_REQUESTED', '2024-01-08', { amount: 1, case: '', causedBy: '' }] },
  ],
  Inspection: [
    { record: 'inspectionPlan', sent: drafted },
    {
      record: 'inspectionPlan',
      given: [
        [
          'PLAN_DRAFTED',
          '2024-01-08',
          { ...drafted[2], purpose: 'a', scopeAndObject: 'a', content: 'a', method: 'a', organisation: 'a' },
        ],
        ['PLAN_ISSUED', '2024-01-08', number],
      ],
      sent: ['PLAN_SENT_UPWARD', '2024-01-09', { toOffice: '' }],
    },
    { record: 'inspection', sent: ['INSPECTION_PLANNED', '2024-01-08', { ...inspection, unit: '', plan: '' }] },
    {
      record: 'inspection',
      given: [planned],
      sent: ['INSPECTION_DECIDED', '2024-01-08', { ...number, signer: 'A', teamHead: '' }],
    },
    { record: 'inspection', given: [conducted], sent: concluded },
    {
      record: 'inspection',
      given: [conducted],
      sent: [
        'INSPECTION_CONCLUDED',
        '2024-01-09',
        {
          signer: 'A',
          conclusionParts: {
            done: '',
            notDone: '',
            limitations: '',
            causes: '',
            remedies: '',
            handling: '',
            proposals: '',
          },
        },
      ],
    },
    {
      record: 'inspection',
      given: [conducted, ['INSPECTION_CONCLUDED', '2024-01-09', { signer: 'A', conclusion: 'a' }]],
      sent: ['CONCLUSION_FOLLOW_UP_RECORDED', '2024-01-10', { followUp: '' }],
    },
    {
      record: 'finding',
      given: [['UNPLANNED_INSPECTION_CONDUCTED', '2024-01-08', inspection, '#inspection']],
      sent: [
        'FINDING_RECORDED',
        '2024-01-09',
        {
          inspection: '#inspection',
          findingKind: 'VIOLATION',
          dueOn: '2024-02-09',
          recommendation: 'a',
          article: '',
          againstOfficer: '',
          case: '',
        },
      ],
    },
    {
      record: 'supervision',
      sent: ['SUPERVISION_RECORDED', '2024-01-08', { body: 'ASSEMBLY', units: [''], content: '' }],
    },
    totals('SHORTCOMING'),
  ],
  Recovery: [
    { record: 'obligation', sent: obligation },
    { record: 'obligation', given: [obligation], sent: receipt },
    {
      record: 'obligation',
      given: [obligation, receipt],
      sent: ['REMITTED_TO_BUDGET', '2024-01-10', { amount: 1, remittanceList: '' }],
    },
    { record: 'asset', sent: ['ASSET_SEIZED', '2024-01-08', { description: '' }] },
    totals('COLLECTED'),
  ],
};
