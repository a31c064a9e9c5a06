import {
  COMMON_FIELDS,
  EVENT_REVERSED,
  type Lifecycle,
  type RegisterEvent,
  type SubjectEntity,
  buildFederatedSchema,
  decide,
  lifecycleByEventType,
} from '@thads/shared';
import { type GraphQLInputObjectType, type GraphQLSchema, isEnumType } from 'graphql';
import { inspectionsSubgraph } from './index';
import { inspectionsRegister } from './register';
import { inspectionSlots } from './statistics/inspection.slots';
import { eventOf } from './testing/events';

const TODAY = '2025-06-30';
const DAY = '2025-06-02';

type AnyLifecycle = Lifecycle<SubjectEntity, RegisterEvent>;

const lifecycles = inspectionsRegister.lifecycles.filter(({ table }) => table !== 'report_entry') as AnyLifecycle[];
const typesOf = ({ transitions }: AnyLifecycle): string[] => [...new Set(transitions.map(({ event }) => event))];

/** The states that events lead to, each with how it is reached; null is that of a subject that is not there. */
function reachable(lifecycle: AnyLifecycle): Map<string | null, SubjectEntity | null> {
  const found = new Map<string | null, SubjectEntity | null>([[null, null]]);
  for (const state of found.values()) {
    for (const event of variantsOf(lifecycle)) {
      const decision = decide(lifecycle, state, event, TODAY);
      if (decision.accepted && !found.has(decision.state.state)) found.set(decision.state.state, decision.state);
    }
  }
  return found;
}

/** Every event of the table with what it needs, and with the values that lead to further states. */
function variantsOf(lifecycle: AnyLifecycle): RegisterEvent[] {
  return typesOf(lifecycle).flatMap((type) => {
    const event = eventOf(lifecycle, type, DAY);
    if ('outcome' in event) return [event, { ...event, outcome: 'REJECTED' }];
    return type === 'FINDING_RECORDED' ? [event, { ...event, recommendation: null, dueOn: null }] : [event];
  });
}

const STATES_OF: Readonly<Record<string, string>> = {
  plan: 'InspectionPlanState',
  inspection: 'InspectionState',
  finding: 'FindingState',
  supervision: 'SupervisionState',
  protest: 'ProtestState',
};

describe.each(lifecycles.map((lifecycle) => [lifecycle.subjectType, lifecycle] as const))(
  'the table of a %s',
  (_type, lifecycle) => {
    const states = reachable(lifecycle);
    const pairs = [...states].flatMap(([state, entity]) =>
      typesOf(lifecycle).map((type) => [state, type, entity] as const),
    );

    it.each(pairs)('%s: %s', (state, type, entity) => {
      const isLegal = lifecycle.transitions.some(
        ({ event, from }) => event === type && (state === null ? from.length === 0 : from.includes(state)),
      );
      const before = structuredClone(entity);
      const event = eventOf(lifecycle, type, DAY);
      // Guards have tables of their own; here every pair has values that they let pass.
      const later = type === 'RECOMMENDATION_EXTENDED' ? { ...event, dueOn: '2025-12-01' } : event;
      const asked = type === 'SUPERVISION_FOLLOWED_UP' && entity ? { ...entity, dueOn: null } : entity;
      const decision = decide(lifecycle, asked, later, TODAY);
      const opens = lifecycle.transitions.every((one) => one.event !== type || one.from.length === 0);
      const rule = state === null ? 'SUBJECT_UNKNOWN' : opens ? 'SUBJECT_EXISTS' : 'TRANSITION_NOT_ALLOWED';
      expect(decision.accepted ? 'accepted' : decision.refusal.rule).toBe(isLegal ? 'accepted' : rule);
      expect(entity).toEqual(before);
    });

    it('leads to every state that the graph knows', async () => {
      const { schema } = await buildFederatedSchema(inspectionsSubgraph as never);
      const known = valuesOf(schema, STATES_OF[lifecycle.subjectType]!).filter((state) => state !== 'VOID');
      expect([...states.keys()].filter((state) => state !== null).sort()).toEqual(known.sort());
    });

    it('has, of every event that it refuses for a missing field, that field in what is required', () => {
      for (const event of variantsOf(lifecycle)) {
        const entity = [...states].find(([state]) =>
          lifecycle.transitions.some(
            (one) => one.event === event.type && (state === null ? one.from.length === 0 : one.from.includes(state)),
          ),
        )![1];
        const transition = lifecycle.transitions.find((one) => one.event === event.type)!;
        for (const field of transition.requires ?? []) {
          expect([event.type, field, decide(lifecycle, entity, { ...event, [field]: null }, TODAY)]).toMatchObject([
            event.type,
            field,
            { accepted: false, refusal: { rule: 'FIELD_MISSING', field } },
          ]);
        }
      }
    });
  },
);

function valuesOf(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
}

describe('the mutation of inspections', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = (await buildFederatedSchema(inspectionsSubgraph as never)).schema;
  });

  it('takes exactly the events of the register', () => {
    expect(valuesOf(schema, 'InspectionEventType').sort()).toEqual(
      [...lifecycleByEventType(inspectionsRegister).keys(), EVENT_REVERSED].sort(),
    );
  });

  it('has every field that an event of the register needs or takes, and no other', () => {
    const own = inspectionsRegister.lifecycles
      .flatMap(({ transitions }) => transitions)
      .flatMap(({ requires = [], allows = [] }) => [...requires, ...allows]);
    const fields = (schema.getType('InspectionEventInput') as GraphQLInputObjectType).getFields();
    expect(Object.keys(fields).sort()).toEqual([...new Set([...own, ...COMMON_FIELDS, 'reverses'])].sort());
  });

  it('takes report lines for every slot', () => {
    expect(valuesOf(schema, 'InspectionSlot').sort()).toEqual([...inspectionSlots].sort());
  });
});
