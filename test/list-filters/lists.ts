import {
  type Meaning,
  type Row,
  due,
  from,
  is,
  isIn,
  noMovementSince,
  overlay,
  range,
  some,
  states,
  through,
} from './meaning';

const ENDED = [
  'COMPLETED',
  'TERMINATED',
  'ENTRUSTED_OUT',
  'REVOKED',
  'WITHDRAWN',
  'REFUSED',
  'CLOSED_RETURNED',
  'VOID',
];

export interface Listed {
  /** What is shown of a row besides id and office. */
  readonly shown: string;
  readonly filters: Readonly<Record<string, Meaning>>;
}

export const LISTS: Readonly<Record<string, Listed>> = {
  cases: {
    shown: 'state lastEventOn kind initiation overlays amount decidedOn decisionDueOn verificationDueOn officer { id }',
    filters: {
      officer: is(({ officer }) => officer?.id),
      states,
      kind: is(({ kind }) => kind),
      initiation: is(({ initiation }) => initiation),
      overlay,
      ...range('decided', 'decidedOn'),
      ...range('amount', 'amount'),
      unenforcedSince: {
        given: (rows) => some(rows.map(({ decidedOn }) => decidedOn)),
        holds: ({ state, decidedOn }, given) =>
          decidedOn !== null && decidedOn <= given && ![...ENDED, 'DORMANT'].includes(state),
        order: 'decidedOn',
      },
      noMovementSince,
      decisionDueThrough: {
        given: (rows) => some(rows.map(({ decisionDueOn }) => decisionDueOn)),
        holds: ({ decidedOn, state, decisionDueOn }, given) =>
          decidedOn === null && !ENDED.includes(state) && decisionDueOn !== null && decisionDueOn <= given,
        order: 'decisionDueOn',
      },
      verificationDueThrough: { ...through('verificationDueOn'), order: 'verificationDueOn' },
    },
  },
  administrativeJudgments: {
    shown: 'state lastEventOn monitoredOn performBy',
    filters: {
      states,
      ...range('monitored', 'monitoredOn'),
      ...due('performBy', isIn('MONITORED', 'COMPELLED')),
      noMovementSince,
    },
  },
  petitions: {
    shown:
      'state lastEventOn kind measureStage round outcome receivedOn resolvedOn dueOn againstOfficer { id } case { id }',
    filters: {
      officer: is(({ againstOfficer }) => againstOfficer?.id),
      case: is((row) => row.case?.id),
      states,
      kind: is(({ kind }) => kind),
      measureStage: is(({ measureStage }) => measureStage),
      round: is(({ round }) => round),
      outcome: is(({ outcome }) => outcome),
      ...range('received', 'receivedOn'),
      ...range('resolved', 'resolvedOn'),
      ...due('dueOn', isIn('ACCEPTED')),
      noMovementSince,
    },
  },
  receptions: {
    shown: 'state lastEventOn receivedOn massGroups receivedByHead online',
    filters: {
      states,
      massGroups: is(({ massGroups }) => massGroups > 0),
      receivedByHead: is(({ receivedByHead }) => receivedByHead),
      online: is(({ online }) => online),
      ...range('received', 'receivedOn'),
    },
  },
  compensations: {
    shown: 'state lastEventOn requestedOn requested case { id } causedBy { id }',
    filters: {
      officer: is(({ causedBy }) => causedBy?.id),
      case: is((row) => row.case?.id),
      states,
      ...range('requested', 'requestedOn'),
      ...range('amount', 'requested'),
      noMovementSince,
    },
  },
  inspections: {
    shown: 'state lastEventOn kind theme plannedFor conductedOn unit { id } plan { id }',
    filters: {
      unit: is(({ unit }) => unit.id),
      plan: is(({ plan }) => plan?.id),
      states,
      kind: is(({ kind }) => kind),
      theme: is(({ theme }) => theme),
      ...range('conducted', 'conductedOn'),
      ...noDayFields(due('plannedFor', isIn('PLANNED', 'DECIDED', 'ANNOUNCED', 'POSTPONED'))),
      plannedForFrom: { ...from('plannedFor'), order: 'plannedFor' },
      plannedForThrough: { ...through('plannedFor'), order: 'plannedFor' },
      noMovementSince,
    },
  },
  findings: {
    shown:
      'state lastEventOn kind findingKind severity recordedOn dueOn unit { id } officer { id } case { id } inspection { id }',
    filters: {
      unit: is(({ unit }) => unit?.id),
      inspection: is(({ inspection }) => inspection.id),
      officer: is(({ officer }) => officer?.id),
      case: is((row) => row.case?.id),
      states,
      kind: is(({ kind }) => kind),
      findingKind: is(({ findingKind }) => findingKind),
      severity: is(({ severity }) => severity),
      ...range('recorded', 'recordedOn'),
      ...due('dueOn', isIn('OPEN')),
      noMovementSince,
    },
  },
  inspectionPlans: {
    shown: 'state lastEventOn kind workingYear issuedOn dueOn',
    filters: {
      kind: is(({ kind }) => kind),
      workingYear: is(({ workingYear }) => workingYear),
      states,
      ...range('issued', 'issuedOn'),
      ...due('dueOn', isIn('DRAFTED', 'ISSUED')),
      noMovementSince,
    },
  },
  supervisions: {
    shown: 'state lastEventOn body recordedOn dueOn units { id } case { id }',
    filters: {
      unit: {
        given: (rows) => some(rows.flatMap(({ units }) => units.map(({ id }: Row) => id))),
        holds: ({ units }, given) => units.some(({ id }: Row) => id === given),
      },
      case: is((row) => row.case?.id),
      body: is(({ body }) => body),
      states,
      ...range('recorded', 'recordedOn'),
      ...due('dueOn', isIn('CONCLUSION_RECEIVED')),
      noMovementSince,
    },
  },
  protests: {
    shown: 'state lastEventOn protestLevel outcome receivedOn dueOn unit { id } case { id }',
    filters: {
      unit: is(({ unit }) => unit.id),
      case: is((row) => row.case?.id),
      protestLevel: is(({ protestLevel }) => protestLevel),
      outcome: is(({ outcome }) => outcome),
      states,
      ...range('received', 'receivedOn'),
      ...due('dueOn', isIn('RECEIVED', 'REFERRED')),
      noMovementSince,
    },
  },
  obligations: {
    shown: 'state lastEventOn category overlays amount recordedOn dueOn case { id }',
    filters: {
      case: is((row) => row.case?.id),
      states,
      category: is(({ category }) => category),
      overlay,
      ...range('amount', 'amount'),
      ...range('recorded', 'recordedOn'),
      ...due('dueOn'),
      noMovementSince,
    },
  },
  receipts: {
    shown: 'amount receivedOn electronic reversedOn obligation { id }',
    filters: {
      obligation: is(({ obligation }) => obligation.id),
      electronic: is(({ electronic }) => electronic),
      reversed: is(({ reversedOn }) => reversedOn !== null),
      ...range('amount', 'amount'),
      ...range('received', 'receivedOn'),
    },
  },
  assets: {
    shown: 'state lastEventOn assetKind overlays appraisedValue seizedOn dueOn case { id }',
    filters: {
      case: is((row) => row.case?.id),
      states,
      assetKind: is(({ assetKind }) => assetKind),
      overlay,
      ...range('appraised', 'appraisedValue'),
      ...range('seized', 'seizedOn'),
      ...due('dueOn'),
      noMovementSince,
    },
  },
};

function noDayFields({ dueFrom: _from, dueThrough: _through, ...others }: Record<string, Meaning>) {
  return others;
}
