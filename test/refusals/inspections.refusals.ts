import type { Refusal, Told } from './refusal';

const number = { decisionNumber: '7/QĐ-CTHADS' };
const CONDUCT = 'Circular 04/2023 art. 22';
const CONCLUSION = 'Circular 04/2023 art. 25';
const about = (subject: string, [type, day, fields]: Told): Told => [type, day, fields, subject];

const PARTS = { purpose: 'Mục đích', scopeAndObject: 'Phạm vi', content: 'Nội dung', method: 'P', organisation: 'T' };
const drafted = (fields: object = {}): Told => [
  'PLAN_DRAFTED',
  '2024-11-04',
  { kind: 'SELF', workingYear: 2025, ...fields },
];
const issued: Told = ['PLAN_ISSUED', '2024-11-18', number];
const plan = [drafted(PARTS), issued].map((told) => about('#plan', told));

const planned = (fields: object = {}): Told => [
  'INSPECTION_PLANNED',
  '2024-12-02',
  { kind: 'SELF', theme: 'GENERAL', ...fields },
];
const decided: Told = [
  'INSPECTION_DECIDED',
  '2024-12-09',
  { ...number, teamHead: 'Lê Văn Mẫu', signer: 'Trần Thị Mẫu' },
];
const conducted: Told = ['INSPECTION_CONDUCTED', '2024-12-16'];
const inspection = [planned(), decided, conducted].map((told) => about('#inspection', told));

const found = (fields: object = {}): Told => [
  'FINDING_RECORDED',
  '2024-12-17',
  { inspection: '#inspection', findingKind: 'VIOLATION', ...fields },
];
const recommended = found({ recommendation: 'Bổ sung hồ sơ', dueOn: '2025-01-17' });

const supervised: Told = ['SUPERVISION_RECORDED', '2024-12-02', { body: 'PROCURACY' }];
const answerable = { ...number, findingCount: 1, recommendationCount: 1 };
const protested: Told = ['PROTEST_RECEIVED', '2024-12-02', { protestLevel: 'SAME_LEVEL', ...number }];
const answered: Told = ['PROTEST_ANSWERED', '2024-12-09', { outcome: 'ACCEPTED', signer: 'Trần Thị Mẫu' }];

/** Every decision and document that has a number, and where grounds are listed, one of them. */
const DECISIONS: readonly (readonly [type: string, basis: string | null, given: readonly Told[], fields?: object])[] = [
  ['PLAN_ISSUED', CONDUCT, [drafted(PARTS)]],
  ['PLAN_ADJUSTED', CONDUCT, [drafted(PARTS), issued], { content: 'Nội dung khác' }],
  [
    'UNPLANNED_INSPECTION_DECIDED',
    null,
    [],
    { kind: 'SELF', theme: 'GENERAL', teamHead: 'Lê Văn Mẫu', signer: 'Trần Thị Mẫu' },
  ],
  ['INSPECTION_DECIDED', CONDUCT, [planned()], { teamHead: 'Lê Văn Mẫu', signer: 'Trần Thị Mẫu' }],
  ['INSPECTION_TEAM_CHANGED', null, [planned(), decided], { teamHead: 'Ngô Văn Mẫu' }],
  ['INSPECTION_POSTPONED', null, [planned(), decided], { plannedFor: '2025-06-02', ground: 'UNIT_REQUEST' }],
  ['INSPECTION_CANCELLED', null, [planned()], { ground: 'OVERLAP' }],
  ['RECOMMENDATION_EXTENDED', CONCLUSION, [...inspection, recommended], { dueOn: '2025-06-02' }],
  ['CONSEQUENCE_DECIDED', CONCLUSION, [...inspection, found()], { consequence: 'DRAWING_LESSONS' }],
  ['SUPERVISION_CONCLUSION_RECEIVED', 'Law 26/2008 art. 12', [supervised], { findingCount: 0, recommendationCount: 0 }],
  ['PROTEST_RECEIVED', 'Law 26/2008 art. 160', [], { protestLevel: 'SAME_LEVEL' }],
  ['PROTEST_WITHDRAWN', null, [protested]],
];

const formalities = DECISIONS.flatMap(([type, basis, given, fields = {}]): Refusal[] => [
  {
    what: `${type} without a number`,
    given,
    sent: [type, '2025-03-03', { ...fields }],
    rule: 'FIELD_MISSING',
    says: new RegExp(`${type} needs decisionNumber`),
    allowed: /required: .*decisionNumber/,
    basis,
    field: 'decisionNumber',
  },
  ...('ground' in fields
    ? [
        {
          what: `${type} on an unknown ground`,
          given,
          sent: [type, '2025-03-03', { ...fields, ...number, ground: 'Điều 22' }] as const,
          rule: 'GROUND_UNKNOWN',
          says: /"Điều 22" is not a ground of/,
          allowed: new RegExp(String(fields.ground)),
          basis,
          field: 'ground',
        },
      ]
    : []),
]);

const ends = (
  [
    ['CLOSED', 'PLAN_ADJUSTED', CONDUCT, [drafted(PARTS), issued, ['PLAN_CLOSED', '2025-01-06']], { content: 'x' }],
    [
      'CANCELLED',
      'INSPECTION_CONDUCTED',
      CONDUCT,
      [planned(), ['INSPECTION_CANCELLED', '2025-01-06', { ...number, ground: 'OVERLAP' }]],
    ],
    [
      'FOLLOWED_UP',
      'SUPERVISION_ANSWERED',
      'Law 26/2008 art. 12',
      [
        supervised,
        ['SUPERVISION_CONCLUSION_RECEIVED', '2025-01-06', { ...number, findingCount: 0, recommendationCount: 0 }],
        ['SUPERVISION_FOLLOWED_UP', '2025-01-07'],
      ],
      { signer: 'x' },
    ],
    [
      'COMPLIED',
      'PROTEST_ANSWERED',
      'Law 26/2008 art. 161',
      [protested, answered, ['PROTEST_COMPLIED', '2025-01-06']],
      { signer: 'x', outcome: 'REJECTED' },
    ],
    [
      'WITHDRAWN',
      'PROTEST_ANSWERED',
      'Law 26/2008 art. 161',
      [protested, ['PROTEST_WITHDRAWN', '2025-01-06', number]],
      { signer: 'x', outcome: 'REJECTED' },
    ],
  ] as readonly (readonly [string, string, string, readonly Told[], object?])[]
).map(([state, type, basis, given, fields = {}]): Refusal => ({
  what: `${type} of what is ${state}, which is an end`,
  given,
  sent: [type, '2025-03-03', { ...number, ...fields }],
  rule: 'TRANSITION_NOT_ALLOWED',
  says: new RegExp(`${type} is not possible for .*, which is ${state}`),
  allowed: new RegExp(`^nothing: ${state} is an end state$`),
  basis,
  field: 'type',
}));

export const inspectionRefusals: readonly Refusal[] = [
  ...formalities,
  ...ends,
  {
    what: 'a plan for a year far away',
    sent: drafted({ workingYear: 2_147_483_647 }),
    rule: 'WORKING_YEAR_OUT_OF_RANGE',
    says: /workingYear 2147483647 is not near 2024-11-04/,
    allowed: /2024 to 2026/,
    basis: CONDUCT,
    field: 'workingYear',
  },
  {
    what: 'a plan issued that does not state all',
    given: [drafted({ purpose: 'Mục đích' })],
    sent: issued,
    rule: 'PLAN_INCOMPLETE',
    says: /does not state scopeAndObject, content, method, organisation/,
    allowed: /purpose, scopeAndObject/,
    basis: CONDUCT,
    field: 'scopeAndObject',
  },
  {
    what: 'a plan revised in nothing',
    given: [drafted()],
    sent: ['PLAN_DRAFT_REVISED', '2024-11-05'],
    rule: 'NOTHING_CHANGED',
    says: /states none of the parts/,
    allowed: /at least one of purpose/,
    basis: CONDUCT,
    field: null,
  },
  {
    what: 'a plan sent to an office below',
    given: [drafted(PARTS), issued],
    sent: ['PLAN_SENT_UPWARD', '2024-11-20', { toOffice: 'VN63-10-02' }],
    rule: 'OFFICE_NOT_SUPERIOR',
    says: /VN63-10-02 is not above VN63-10-01/,
    allowed: /an office above/,
    basis: CONDUCT,
    field: 'toOffice',
  },
  {
    what: 'an inspection by a plan that was not issued',
    given: [about('#plan', drafted(PARTS))],
    sent: planned({ plan: '#plan' }),
    rule: 'PLAN_NOT_ISSUED',
    says: /-plan is DRAFTED/,
    allowed: /a plan that was issued by the day/,
    basis: CONDUCT,
    field: 'plan',
  },
  {
    what: 'an inspection of another kind than its plan',
    given: plan,
    sent: planned({ plan: '#plan', kind: 'INTERNAL' }),
    rule: 'PLAN_OF_OTHER_KIND',
    says: /is for SELF, not INTERNAL/,
    allowed: /kind SELF/,
    basis: CONDUCT,
    field: 'plan',
  },
  {
    what: 'an inspection in another year than its plan’s',
    given: plan,
    sent: planned({ plan: '#plan', plannedFor: '2025-10-01' }),
    rule: 'PLAN_OF_OTHER_YEAR',
    says: /is for working year 2025; the inspection is in 2026/,
    allowed: /a day in working year 2025/,
    basis: CONDUCT,
    field: 'plan',
  },
  {
    what: 'an inspection by a plan that was closed',
    given: [...plan, about('#plan', ['PLAN_CLOSED', '2024-11-29'])],
    sent: planned({ plan: '#plan' }),
    rule: 'PLAN_CLOSED',
    says: /was closed on 2024-11-29/,
    allowed: /a plan that was not closed yet/,
    basis: CONDUCT,
    field: 'plan',
  },
  {
    what: 'an inspection ordered for a day that is over',
    given: [planned()],
    sent: ['INSPECTION_DECIDED', '2024-12-09', { ...decided[2], plannedFor: '2024-12-08' }],
    rule: 'DAY_NOT_AHEAD',
    says: /plannedFor 2024-12-08 is before the day it was set on, 2024-12-09/,
    allowed: /a day from 2024-12-09 on/,
    basis: CONDUCT,
    field: 'plannedFor',
  },
  {
    what: 'an inspection of an office that is not there',
    sent: planned({ unit: 'VN63-10-99' }),
    rule: 'OFFICE_UNKNOWN',
    says: /There is no office VN63-10-99/,
    allowed: /an office id/,
    basis: CONDUCT,
    field: 'unit',
  },
  {
    what: 'a conclusion before the inspection was conducted',
    given: [planned(), decided],
    sent: ['INSPECTION_CONCLUDED', '2025-01-06', { signer: 'Lê Văn Mẫu', conclusion: 'Đạt' }],
    rule: 'TRANSITION_NOT_ALLOWED',
    says: /which is DECIDED/,
    allowed: /INSPECTION_CONDUCTED/,
    basis: CONCLUSION,
    field: 'type',
  },
  {
    what: 'a conclusion that states nothing',
    given: [planned(), decided, conducted],
    sent: ['INSPECTION_CONCLUDED', '2025-01-06', { signer: 'Lê Văn Mẫu' }],
    rule: 'CONCLUSION_EMPTY',
    says: /The conclusion states nothing/,
    allowed: /conclusion, or in conclusionParts one of/,
    basis: CONCLUSION,
    field: 'conclusion',
  },
  {
    what: 'a conclusion signed by another than the team head',
    given: [planned(), decided, conducted],
    sent: ['INSPECTION_CONCLUDED', '2025-01-06', { signer: 'Trần Thị Mẫu', conclusion: 'Đạt' }],
    rule: 'SIGNER_NOT_TEAM_HEAD',
    says: /signed by Trần Thị Mẫu; the team head is Lê Văn Mẫu/,
    allowed: /signer Lê Văn Mẫu/,
    basis: CONCLUSION,
    field: 'signer',
  },
  {
    what: 'a finding of an inspection that was not conducted',
    given: inspection.slice(0, 2),
    sent: found(),
    rule: 'INSPECTION_NOT_CONDUCTED',
    says: /-inspection is DECIDED/,
    allowed: /an inspection that was conducted/,
    basis: CONCLUSION,
    field: 'inspection',
  },
  {
    what: 'a finding of an inspection that was cancelled',
    given: [
      about('#inspection', planned()),
      about('#inspection', ['INSPECTION_CANCELLED', '2024-12-09', { ...number, ground: 'OVERLAP' }]),
    ],
    sent: found(),
    rule: 'INSPECTION_CANCELLED',
    says: /was cancelled on 2024-12-09/,
    allowed: /an inspection that took place/,
    basis: CONCLUSION,
    field: 'inspection',
  },
  {
    what: 'a finding of no inspection',
    sent: found({ inspection: '#nothing' }),
    rule: 'REFERENCE_UNKNOWN',
    says: /There is no inspection .*-nothing/,
    allowed: /the id of an existing inspection/,
    basis: null,
    field: 'inspection',
  },
  {
    what: 'a finding of another kind than its inspection',
    given: inspection,
    sent: found({ kind: 'INTERNAL' }),
    rule: 'KIND_DIFFERS',
    says: /is of the kind SELF, not INTERNAL/,
    allowed: /kind SELF, or none/,
    basis: CONCLUSION,
    field: 'kind',
  },
  {
    what: 'a finding after the follow-up',
    given: [
      ...inspection,
      ...(
        [
          ['INSPECTION_CONCLUDED', '2024-12-20', { signer: 'Lê Văn Mẫu', conclusion: 'Đạt' }],
          ['CONCLUSION_FOLLOW_UP_ENDED', '2025-01-20', { signer: 'Trần Thị Mẫu' }],
        ] as readonly Told[]
      ).map((told) => about('#inspection', told)),
    ],
    sent: ['FINDING_RECORDED', '2025-01-21', found()[2]],
    rule: 'FOLLOW_UP_OVER',
    says: /was followed up until 2025-01-20/,
    allowed: /a day until 2025-01-20/,
    basis: CONCLUSION,
    field: 'inspection',
  },
  {
    what: 'a recommendation without a last day',
    given: inspection,
    sent: found({ recommendation: 'Bổ sung hồ sơ' }),
    rule: 'DUE_DATE_MISSING',
    says: /a recommendation without dueOn/,
    allowed: /dueOn, the last day/,
    basis: CONCLUSION,
    field: 'dueOn',
  },
  {
    what: 'a last day without a recommendation',
    given: inspection,
    sent: found({ dueOn: '2025-01-17' }),
    rule: 'RECOMMENDATION_MISSING',
    says: /2025-01-17, without a recommendation/,
    allowed: /recommendation and dueOn together/,
    basis: CONCLUSION,
    field: 'recommendation',
  },
  {
    what: 'an officer whose id is none',
    given: inspection,
    sent: found({ againstOfficer: 'Nguyễn Văn Mẫu' }),
    rule: 'REFERENCE_MALFORMED',
    says: /againstOfficer "Nguyễn Văn Mẫu" is not an identifier/,
    allowed: /<office id>\.<local number>/,
    basis: CONCLUSION,
    field: 'againstOfficer',
  },
  {
    what: 'a last day put off to an earlier one',
    given: [...inspection, recommended],
    sent: ['RECOMMENDATION_EXTENDED', '2025-01-06', { ...number, dueOn: '2025-01-17' }],
    rule: 'DUE_DATE_NOT_LATER',
    says: /2025-01-17 is not after the last day so far, 2025-01-17/,
    allowed: /a day after 2025-01-17/,
    basis: CONCLUSION,
    field: 'dueOn',
  },
  {
    what: 'a reprimand of nobody',
    given: [...inspection, found()],
    sent: ['CONSEQUENCE_DECIDED', '2025-01-06', { ...number, consequence: 'REPRIMAND' }],
    rule: 'OFFICER_MISSING',
    says: /REPRIMAND is for a person/,
    allowed: /officer, the id of whom it is for/,
    basis: CONCLUSION,
    field: 'officer',
  },
  {
    what: 'a recommendation closed before it was reported done',
    given: [...inspection, recommended],
    sent: ['RECOMMENDATION_VERIFIED_CLOSED', '2025-01-06'],
    rule: 'TRANSITION_NOT_ALLOWED',
    says: /which is OPEN/,
    allowed: /RECOMMENDATION_REPORTED_DONE/,
    basis: CONCLUSION,
    field: 'type',
  },
  {
    what: 'a day before the inspection was planned',
    given: [planned()],
    sent: ['INSPECTION_CONDUCTED', '2024-12-01'],
    rule: 'DATE_RUNS_BACKWARDS',
    says: /2024-12-01 is before the last event of .*, 2024-12-02/,
    allowed: /a day from 2024-12-02 on/,
    basis: CONDUCT,
    field: 'occurredOn',
  },
  {
    what: 'an inspection in the future',
    given: [planned()],
    sent: ['INSPECTION_CONDUCTED', '2199-01-01'],
    rule: 'DATE_OUT_OF_RANGE',
    says: /2199-01-01 is not between/,
    allowed: /a day from 1993-01-01/,
    basis: null,
    field: 'occurredOn',
  },
  {
    what: 'a supervision of an office twice',
    sent: ['SUPERVISION_RECORDED', '2024-12-02', { body: 'ASSEMBLY', units: ['VN63-10-01', 'VN63-10-01'] }],
    rule: 'UNITS_NOT_DISTINCT',
    says: /names an office twice/,
    allowed: /every office supervised, once/,
    basis: 'Law 26/2008 art. 12',
    field: 'units',
  },
  {
    what: 'a conclusion of more findings than there ever were',
    given: [supervised],
    sent: ['SUPERVISION_CONCLUSION_RECEIVED', '2025-01-06', { ...answerable, findingCount: 10_001 }],
    rule: 'COUNT_OUT_OF_RANGE',
    says: /findingCount is 10001/,
    allowed: /0 to 10000/,
    basis: 'Law 26/2008 art. 12',
    field: 'findingCount',
  },
  {
    what: 'recommendations from outside without a last day',
    given: [supervised],
    sent: ['SUPERVISION_CONCLUSION_RECEIVED', '2025-01-06', answerable],
    rule: 'DUE_DATE_MISSING',
    says: /recommendations without dueOn/,
    allowed: /dueOn, the last day to answer/,
    basis: 'Law 26/2008 art. 12',
    field: 'dueOn',
  },
  {
    what: 'recommendations from outside carried out that were not answered',
    given: [supervised, ['SUPERVISION_CONCLUSION_RECEIVED', '2025-01-06', { ...answerable, dueOn: '2025-02-06' }]],
    sent: ['SUPERVISION_FOLLOWED_UP', '2025-01-20'],
    rule: 'NOT_ANSWERED',
    says: /is to be answered by 2025-02-06/,
    allowed: /first SUPERVISION_ANSWERED/,
    basis: 'Law 26/2008 art. 12',
    field: null,
  },
  {
    what: 'a protest before the act',
    sent: ['PROTEST_RECEIVED', '2024-12-02', { protestLevel: 'SUPERIOR', ...number, actOn: '2024-12-03' }],
    rule: 'ACT_AFTER_PROTEST',
    says: /actOn 2024-12-03 is after the protest was received, 2024-12-02/,
    allowed: /a day until 2024-12-02/,
    basis: 'Law 26/2008 art. 160',
    field: 'actOn',
  },
];
