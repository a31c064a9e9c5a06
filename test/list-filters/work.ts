import { addDays, todayInVietnam, workingYearOf } from '@thads/shared';
import { randomUUID } from 'node:crypto';
import type { ExampleOfRegister } from '../harness/example-events';

const TODAY = todayInVietnam();
const OFFICE = 'VN63-10-01';
const CASE = `${OFFICE}.W-CASE`;
const OFFICER = `${OFFICE}.EXAMPLE-OFFICER-1`;
const MILLION = 1_000_000;
const ago = (days: number): string => addDays(TODAY, -days);

const YEAR = workingYearOf(ago(400));
const PARTS = { purpose: 'a', scopeAndObject: 'b', content: 'c', method: 'd', organisation: 'e' };

type Told = readonly [register: string, subject: string, type: string, occurredOn: string, fields?: object];

/** Work due yesterday, today and tomorrow. */
const DUE = [-1, 0, 1].flatMap((days): Told[] => {
  const id = (kind: string): string => `${OFFICE}.W-${kind}${days + 1}`;
  const dueOn = addDays(TODAY, days);
  return [
    [
      'Case',
      id('J'),
      'ADMINISTRATIVE_JUDGMENT_MONITORED',
      ago(30),
      { obligedBody: 'Ủy ban nhân dân xã (dữ liệu mẫu)', performBy: dueOn },
    ],
    [
      'Petition',
      id('D'),
      'PETITION_RECEIVED',
      ago(60 - days),
      { kind: 'DENUNCIATION', againstOfficer: OFFICER, case: CASE },
    ],
    ['Petition', id('D'), 'PETITION_ACCEPTED', ago(60 - days)],
    ['Inspection', id('K'), 'INSPECTION_PLANNED', ago(90), { kind: 'INTERNAL', theme: 'GENERAL', plannedFor: dueOn }],
    ['Inspection', id('I'), 'UNPLANNED_INSPECTION_CONDUCTED', ago(40), { kind: 'SELF', theme: 'GENERAL' }],
    [
      'Inspection',
      id('F'),
      'FINDING_RECORDED',
      ago(39),
      {
        inspection: id('I'),
        findingKind: 'VIOLATION',
        severity: 'SERIOUS',
        recommendation: 'Bổ sung hồ sơ',
        dueOn,
        case: CASE,
      },
    ],
    [
      'Inspection',
      id('S'),
      'SUPERVISION_RECORDED',
      ago(40),
      { body: 'PROCURACY', units: [OFFICE, 'VN63-10-02'], case: CASE },
    ],
    [
      'Inspection',
      id('S'),
      'SUPERVISION_CONCLUSION_RECEIVED',
      ago(39),
      { findingCount: 1, recommendationCount: 1, decisionNumber: '4/KL', dueOn },
    ],
    [
      'Inspection',
      id('P'),
      'PROTEST_RECEIVED',
      ago(15 - days),
      { protestLevel: 'SUPERIOR', decisionNumber: '5/KN', case: CASE },
    ],
    ['Recovery', id('O'), 'OBLIGATION_RECORDED', ago(30), { category: 'WAGES', amount: 9 * MILLION, case: CASE }],
    ['Recovery', id('O'), 'RECEIPT_RECORDED', ago(10 - days), { amount: 4 * MILLION }],
    [
      'Recovery',
      id('A'),
      'ASSET_SEIZED',
      ago(30),
      { description: 'Xe máy (dữ liệu mẫu)', assetKind: 'MOVABLE', case: CASE },
    ],
    ['Recovery', id('A'), 'ASSET_APPRAISED', ago(10 - days), { amount: 8 * MILLION }],
  ];
});

const OTHERS: readonly Told[] = [
  ['Case', `${OFFICE}.W-1`, 'JUDGMENT_RECEIVED', ago(40), { kind: 'CRIMINAL', initiation: 'EX_OFFICIO' }],
  ['Case', `${OFFICE}.W-2`, 'REQUEST_FILED', TODAY, { kind: 'LABOUR', overlays: ['CONVICTS'] }],
  ['Case', `${OFFICE}.W-3`, 'REQUEST_FILED', ago(40), { kind: 'LABOUR' }],
  ['Case', `${OFFICE}.W-3`, 'REQUEST_REFUSED', ago(39), { decisionNumber: '6/TB', ground: 'OUT_OF_TIME' }],
  ['Inspection', `${OFFICE}.W-DRAFT`, 'PLAN_DRAFTED', ago(400), { kind: 'INTERNAL', workingYear: YEAR }],
  ['Inspection', `${OFFICE}.W-PLAN`, 'PLAN_DRAFTED', ago(400), { kind: 'INTERNAL', workingYear: YEAR, ...PARTS }],
  ['Inspection', `${OFFICE}.W-PLAN`, 'PLAN_ISSUED', ago(399), { decisionNumber: '7/KH' }],
  [
    'Inspection',
    `${OFFICE}.W-PLANNED`,
    'INSPECTION_PLANNED',
    ago(399),
    { kind: 'INTERNAL', theme: 'GENERAL', plan: `${OFFICE}.W-PLAN`, plannedFor: ago(300) },
  ],
  [
    'Compensation',
    `${OFFICE}.W-B`,
    'COMPENSATION_REQUESTED',
    ago(20),
    { amount: 7 * MILLION, case: CASE, causedBy: OFFICER },
  ],
  ['Reception', `${OFFICE}.W-T`, 'RECEPTION_RECORDED', ago(20), { visits: 2, citizens: 2, matters: 1 }],
];

/** What the sample and the examples of the templates leave out. */
export const WORK: readonly ExampleOfRegister[] = [...DUE, ...OTHERS].map(
  ([register, subject, type, occurredOn, fields]) => ({
    register,
    event: { id: randomUUID(), subject, type, occurredOn, ...fields },
  }),
);
