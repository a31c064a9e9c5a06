import { type Lifecycle, type RegisterEvent, addDays, decide, eventsFrom, requiredFields } from '@thads/shared';
import { subgraphDefinitions } from '../../gateway/src/one-process';
import { type Column, tableColumns } from '../../import/src/columns';
import { type DocumentedRegister, inBothLanguages } from './registers';

export interface ExampleEvent {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly comment: string;
}

type AnyLifecycle = Lifecycle<any, any>;

/** The subjects that there are examples of, as they stand after them, by id. */
type OpenedSubjects = Map<string, any>;

const OFFICE = 'VN63-10-01';
const FIRST_DAY = '2024-03-04';
/** A day after all of them: nothing here depends on when it is made. */
const TODAY = '2025-06-30';
const DAYS_BETWEEN = 7;
const EVENTS_OF_A_SUBJECT = 6;

const TEXTS: Readonly<Record<string, string>> = {
  decisionNumber: '12/QĐ-THADS',
  judgmentNumber: '34/2024/DS-ST',
  receiptNumber: 'BL-0001',
  name: 'Nguyễn Văn Mẫu',
  scope: 'VN63-10',
  toOffice: 'VN63-10-02',
  unit: 'VN63-10-02',
  officer: exampleId('officer'),
  againstOfficer: exampleId('officer'),
};
const FIRST_AMOUNT = 10_000_000;
const LATER_AMOUNT = 1_000_000;
const NUMBERS: Readonly<Record<string, number>> = { workingYear: 2024, casesTarget: 83.5, moneyTarget: 46.5 };

/**
 * Events of a register that are all accepted, sent in this order: for every kind of subjects its opening and what may
 * follow, found by asking the life cycles themselves. Kinds that need what a table cannot hold are left out.
 */
export function exampleEvents({ form, lifecycles }: DocumentedRegister): ExampleEvent[] {
  const columns = tableColumns(form);
  const opened: OpenedSubjects = new Map();
  const examples: ExampleEvent[] = [];
  let left = [...lifecycles];
  for (let before = -1; before !== left.length;) {
    before = left.length;
    left = left.filter((lifecycle) => {
      // Each after all before it: what is referred to has happened.
      const { history, state } = historyOf(lifecycle, columns, opened, examples.length);
      if (state) opened.set(exampleId(lifecycle.subjectType), state);
      examples.push(...history);
      return state === null;
    });
  }
  if (examples.length === 0) throw new Error(`no example can be made for ${form.register}`);
  return examples;
}

const subjectTypes: ReadonlySet<string> = new Set(
  subgraphDefinitions.flatMap(({ register }) => register.lifecycles.map(({ subjectType }) => subjectType)),
);

/** `reportEntry` → `report entry` */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function exampleId(subjectType: string): string {
  return `${OFFICE}.EXAMPLE-${subjectType.toUpperCase().replace(/[^A-Z0-9]+/g, '-')}-1`;
}

function historyOf(
  lifecycle: AnyLifecycle,
  columns: readonly Column[],
  opened: OpenedSubjects,
  before: number,
): { readonly history: ExampleEvent[]; readonly state: any } {
  const examples: ExampleEvent[] = [];
  const used = new Set<string>();
  let state: any = null;
  while (examples.length < EVENTS_OF_A_SUBJECT) {
    const occurredOn = addDays(FIRST_DAY, (before + examples.length) * DAYS_BETWEEN);
    const steps = eventsFrom(lifecycle, state?.state ?? null)
      .filter((type) => !used.has(type))
      .flatMap((type) => stepOf(lifecycle, type, state, occurredOn, columns, opened) ?? []);
    // One that leaves something to be done, as long as there is one.
    const step = steps.find(({ after }) => eventsFrom(lifecycle, after.state).length > 0) ?? steps[0];
    if (!step) break;
    used.add(step.event.type);
    state = step.after;
    const { en, vi } = { en: lifecycle.subjectType, vi: lifecycle.nameVi };
    examples.push({
      fields: step.event as unknown as Record<string, unknown>,
      comment: `${examples.length === 0 ? `opens: ${en} (${vi})` : `then: ${en}`}; ${step.nameVi}`,
    });
  }
  return { history: examples, state };
}

interface ExampleStep {
  readonly event: RegisterEvent;
  readonly after: any;
  readonly nameVi: string;
}

function stepOf(
  lifecycle: AnyLifecycle,
  type: string,
  state: any,
  occurredOn: string,
  columns: readonly Column[],
  opened: OpenedSubjects,
): ExampleStep | null {
  const transition = lifecycle.transitions.find(
    ({ event, from }) => event === type && (state ? from.includes(state.state) : from.length === 0),
  )!;
  const required = requiredFields(transition);
  const isInTable = (field: string): boolean => columns.some(({ name }) => name === field);
  if (!required.every(isInTable)) return null;
  const optional = (transition.allows ?? []).filter(isInTable);
  for (const fields of [[...required, ...optional], required]) {
    const event = {
      id: '',
      subject: exampleId(lifecycle.subjectType),
      type,
      occurredOn,
      ...Object.fromEntries(
        fields.map((field) => [
          field,
          field === 'ground' && transition.grounds
            ? Object.keys(transition.grounds)[0]
            : exampleOf(
                columns.find(({ name }) => name === field)!,
                state === null,
                occurredOn,
              ),
        ]),
      ),
    } as RegisterEvent;
    const after = accepted(lifecycle, state, event, columns, opened);
    if (after) return { ...after, nameVi: transition.nameVi };
  }
  return null;
}

/** The event as it is or with another code, where one is refused; null when nothing is accepted. */
function accepted(
  lifecycle: AnyLifecycle,
  state: any,
  event: RegisterEvent,
  columns: readonly Column[],
  opened: OpenedSubjects,
): { readonly event: RegisterEvent; readonly after: any } | null {
  const references = lifecycle.references?.(event) ?? [];
  const isAllowed = ({ subjectType, id }: (typeof references)[number]): boolean =>
    opened.has(id) && !lifecycle.referenceGuards?.[subjectType]?.(event, opened.get(id));
  if (!references.every(isAllowed)) return null;
  const decision = decide(lifecycle, state, event, TODAY);
  if (decision.accepted) return { event, after: decision.state };
  const column = columns.find(({ name }) => name === decision.refusal.field);
  const next = column?.codes[column.codes.indexOf((event as any)[column.name]) + 1];
  return column && !column.isList && next
    ? accepted(lifecycle, state, { ...event, [column.name]: next }, columns, opened)
    : null;
}

function exampleOf({ name, kind, isList, codes, description }: Column, isFirst: boolean, occurredOn: string): unknown {
  switch (kind) {
    case 'code':
      return isList ? codes.slice(0, 2) : codes[0];
    case 'money':
      return isFirst ? FIRST_AMOUNT : LATER_AMOUNT;
    case 'whole number':
    case 'number':
      return NUMBERS[name] ?? 1;
    case 'boolean':
      return true;
    case 'date':
      return addDays(occurredOn, 30);
    default:
      if (TEXTS[name]) return TEXTS[name];
      return subjectTypes.has(inWords(name)) ? exampleId(inWords(name)) : `Ví dụ: ${inBothLanguages(description).vi}`;
  }
}
