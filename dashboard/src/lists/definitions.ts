import {
  AssetList,
  type AssetListQuery,
  CaseList,
  type CaseListQuery,
  CasesEvidence,
  type CasesEvidenceQuery,
  ComplaintsEvidence,
  FindingList,
  type FindingListQuery,
  InspectionList,
  type InspectionListQuery,
  InspectionsEvidence,
  ObligationList,
  type ObligationListQuery,
  PetitionList,
  type PetitionListQuery,
  ReceiptList,
  type ReceiptListQuery,
  ReceptionList,
  type ReceptionListQuery,
  RecoveryEvidence,
} from '../graph/operations';
import type { Register } from '../graph/fault-words';
import type { CODES } from '../language/codes';
import type { Words } from '../language/vi';
import type { ListName, Measure } from './list-request';
import type { ListOperation } from './load-rows';

type NodeOf<Query extends { page?: { nodes: readonly unknown[] } | null }> = NonNullable<
  Query['page']
>['nodes'][number];

/** An enum stands for its codes. */
type Kind = 'text' | 'recordType' | 'day' | 'dong' | 'count' | 'office' | keyof typeof CODES;

export interface Field<Node> {
  readonly name: keyof Words['columns'];
  readonly kind: Kind;
  readonly value: (node: Node) => unknown;
}

export interface ListDefinition<Node> {
  readonly operation: ListOperation<Node>;
  readonly register: Register;
  readonly fields: readonly Field<Node>[];
  /** What the rows sum to, where a figure is not the number of rows. */
  readonly sums?: Sums<Node>;
  /** Its rows say themselves what they add to the number or the money of a figure. */
  readonly isEvidence?: boolean;
}

export interface Sums<Node> {
  readonly kind: 'count' | 'dong';
  readonly value: (node: Node) => number;
}

/** What the rows of a list sum to that was asked for by `given`; null: the figure is their number. */
export function sumsOf<Node>(
  { sums, isEvidence = false }: ListDefinition<Node>,
  given: Readonly<Record<string, unknown>>,
): Sums<Node> | null {
  if (!isEvidence) return sums ?? null;
  const measure: Measure = given['measure'] === 'money' ? 'money' : 'cases';
  return {
    kind: measure === 'money' ? 'dong' : 'count',
    value: (node) => (node as Readonly<Record<Measure, number>>)[measure],
  };
}

/** The variables of an operation are of its own filter type; those of all lists are made alike. */
function define<Node>(
  definition: Omit<ListDefinition<Node>, 'operation'> & { readonly operation: unknown },
): ListDefinition<Node> {
  return definition as ListDefinition<Node>;
}

function fieldsOf<Node>(
  fields: Readonly<Record<string, Kind>>,
  own: Readonly<Record<string, (node: Node) => unknown>> = {},
): Field<Node>[] {
  return Object.entries(fields).map(([name, kind]) => ({
    name: name as keyof Words['columns'],
    kind,
    value: own[name] ?? ((node) => (node as Record<string, unknown>)[name]),
  }));
}

function evidence(operation: unknown, register: Register): ListDefinition<NodeOf<CasesEvidenceQuery>> {
  return define<NodeOf<CasesEvidenceQuery>>({
    operation,
    register,
    isEvidence: true,
    fields: fieldsOf<NodeOf<CasesEvidenceQuery>>(
      { id: 'text', recordType: 'recordType', cases: 'count', addedMoney: 'dong' },
      {
        recordType: ({ type }) => type,
        addedMoney: ({ money }) => money,
      },
    ),
  });
}

type CaseNode = NodeOf<CaseListQuery>;
type ReceiptNode = NodeOf<ReceiptListQuery>;
type ReceptionNode = NodeOf<ReceptionListQuery>;

export const DEFINITIONS = {
  cases: define<CaseNode>({
    operation: CaseList,
    register: 'cases',
    fields: fieldsOf<CaseNode>(
      {
        id: 'text',
        state: 'CaseState',
        kind: 'CaseKind',
        number: 'text',
        decidedOn: 'day',
        endedOn: 'day',
        amount: 'dong',
        outstanding: 'dong',
        verificationDueOn: 'day',
        officer: 'text',
        office: 'office',
      },
      { number: ({ judgmentNumber }) => judgmentNumber, officer: ({ officer }) => officer?.name },
    ),
  }),
  petitions: define<NodeOf<PetitionListQuery>>({
    operation: PetitionList,
    register: 'complaints',
    fields: fieldsOf({
      id: 'text',
      kind: 'PetitionKind',
      state: 'PetitionState',
      round: 'count',
      receivedOn: 'day',
      dueOn: 'day',
      resolvedOn: 'day',
      outcome: 'PetitionOutcome',
      office: 'office',
    }),
  }),
  receptions: define<ReceptionNode>({
    operation: ReceptionList,
    register: 'complaints',
    fields: fieldsOf({
      id: 'text',
      receivedOn: 'day',
      visits: 'count',
      citizens: 'count',
      matters: 'count',
      massGroups: 'count',
      office: 'office',
    }),
    sums: { kind: 'count', value: ({ visits }) => visits },
  }),
  inspections: define<NodeOf<InspectionListQuery>>({
    operation: InspectionList,
    register: 'inspections',
    fields: fieldsOf({
      id: 'text',
      kind: 'InspectionKind',
      state: 'InspectionState',
      theme: 'InspectionTheme',
      plannedFor: 'day',
      conductedOn: 'day',
      concludedOn: 'day',
      office: 'office',
    }),
  }),
  findings: define<NodeOf<FindingListQuery>>({
    operation: FindingList,
    register: 'inspections',
    fields: fieldsOf<NodeOf<FindingListQuery>>(
      {
        id: 'text',
        kind: 'FindingKind',
        state: 'FindingState',
        severity: 'FindingSeverity',
        recommendation: 'text',
        recordedOn: 'day',
        dueOn: 'day',
        closedOn: 'day',
        office: 'office',
      },
      { kind: ({ findingKind }) => findingKind },
    ),
  }),
  obligations: define<NodeOf<ObligationListQuery>>({
    operation: ObligationList,
    register: 'recovery',
    fields: fieldsOf<NodeOf<ObligationListQuery>>(
      {
        id: 'text',
        kind: 'ObligationCategory',
        state: 'ObligationState',
        amount: 'dong',
        collected: 'dong',
        outstanding: 'dong',
        recordedOn: 'day',
        dueOn: 'day',
        office: 'office',
      },
      { kind: ({ category }) => category },
    ),
  }),
  receipts: define<ReceiptNode>({
    operation: ReceiptList,
    register: 'recovery',
    fields: fieldsOf({
      id: 'text',
      receiptNumber: 'text',
      receivedOn: 'day',
      amount: 'dong',
      reversedOn: 'day',
      office: 'office',
    }),
    sums: { kind: 'dong', value: ({ amount }) => amount },
  }),
  assets: define<NodeOf<AssetListQuery>>({
    operation: AssetList,
    register: 'recovery',
    fields: fieldsOf<NodeOf<AssetListQuery>>(
      {
        id: 'text',
        kind: 'AssetKind',
        description: 'text',
        state: 'AssetState',
        value: 'dong',
        seizedOn: 'day',
        dueOn: 'day',
        office: 'office',
      },
      { kind: ({ assetKind }) => assetKind, value: ({ appraisedValue }) => appraisedValue },
    ),
  }),
  casesEvidence: evidence(CasesEvidence, 'cases'),
  complaintsEvidence: evidence(ComplaintsEvidence, 'complaints'),
  inspectionsEvidence: evidence(InspectionsEvidence, 'inspections'),
  recoveryEvidence: evidence(RecoveryEvidence, 'recovery'),
} satisfies Record<ListName, unknown>;
