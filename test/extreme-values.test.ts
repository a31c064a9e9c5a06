import { todayInVietnam } from '@thads/shared';
import { type GraphQLInputObjectType, type GraphQLSchema, getNamedType } from 'graphql';
import { randomUUID } from 'node:crypto';
import { untrueSentences } from './harness/data-check';
import { EVERYTHING_AT_ONCE, type OneProcessGraph, startInOneProcess } from './harness/graph';
import { introspect, selectionOf } from './harness/introspection';
import { ask } from './naughty-strings/ask';
import { inParts } from './naughty-strings/strings';
import { caseRefusals } from './refusals/cases.refusals';
import { compensationRefusals, petitionRefusals, receptionRefusals } from './refusals/complaints.refusals';
import { inspectionRefusals } from './refusals/inspections.refusals';
import { recoveryRefusals } from './refusals/recovery.refusals';
import { type Refusal, eventsOf } from './refusals/refusal';

const HISTORIES: Readonly<Record<string, readonly Refusal[]>> = {
  Case: caseRefusals,
  Petition: petitionRefusals,
  Reception: receptionRefusals,
  Compensation: compensationRefusals,
  Inspection: inspectionRefusals,
  Recovery: recoveryRefusals,
};

const WHOLE = [0, 1, -1, 2_147_483_647, -2_147_483_648];
const ENDS: Readonly<Record<string, readonly unknown[]>> = {
  Int: WHOLE,
  Float: [...WHOLE, 1e308, -1e308, 5e-324, 0.005],
  VND: [...WHOLE, 1_000_000_000_000_001, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER],
  Date: ['1900-01-01', '1993-01-01', '2024-02-29', '2200-12-31'],
};

let graph: OneProcessGraph;
let schema: GraphQLSchema;
beforeAll(async () => {
  graph = await startInOneProcess('empty', { limits: EVERYTHING_AT_ONCE });
  schema = await introspect(graph.client);
});
afterAll(() => graph.stop());

/** The histories of a register, cut off after each of their events, with one value of that event at an end of its range. */
function extremeHistories(register: string): { readonly field: string; readonly events: object[] }[] {
  const input = schema.getType(`${register}EventInput`) as GraphQLInputObjectType;
  const seen = new Set<string>();
  return HISTORIES[register]!.flatMap((row, nthRow) => {
    const { given, sent } = eventsOf(row, 'X');
    const events = [...given, sent] as Record<string, unknown>[];
    return events.flatMap((event, nth) =>
      Object.values(input.getFields()).flatMap(({ name, type }) => {
        const ends = ENDS[getNamedType(type).name];
        const way = [...events.slice(0, nth), event].map((one) => one['type']).join(' ');
        if (!ends || !(name in event) || seen.has(`${way} ${name}`)) return [];
        seen.add(`${way} ${name}`);
        return ends.map((end, nthEnd) => {
          const own = eventsOf(row, `E${nthRow}-${nth}-${name}-${nthEnd}`);
          const before = [...own.given, own.sent].slice(0, nth);
          const last = { ...[...own.given, own.sent][nth], id: randomUUID(), [name]: end };
          return { field: name, events: [...before, last] };
        });
      }),
    );
  });
}

describe.each(Object.keys(HISTORIES))('a number or a day at the end of its range, in %s events', (register) => {
  it('is taken or refused by its rule, with its neighbours left alone', async () => {
    const histories = extremeHistories(register);
    expect(new Set(histories.map(({ field }) => field)).size).toBeGreaterThan(register === 'Reception' ? 2 : 1);
    const results: any[] = [];
    for (const events of inParts(
      histories.flatMap((one) => one.events),
      1_000,
    )) {
      const { data, errors } = await ask(
        graph,
        `mutation ($events: [${register}EventInput!]!) { submitted: submit${register}Events(events: $events) { results { status } } }`,
        { events },
      );
      expect(errors).toEqual([]);
      results.push(...data.submitted.results);
    }
    expect(results).toHaveLength(histories.reduce((sum, { events }) => sum + events.length, 0));
  });
});

describe('after all that', () => {
  it('every figure of the nation can be told, for all years and for each', async () => {
    const fields = Object.values((schema.getType('Nation') as unknown as GraphQLInputObjectType).getFields());
    const figures = fields.filter(({ name }) => name.endsWith('Statistics')) as any[];
    expect(figures.length).toBeGreaterThan(7);
    for (const period of [
      { from: '1993-10-01', through: todayInVietnam() },
      { workingYear: 2024 },
      { workingYear: 2025 },
    ]) {
      const { errors } = await ask(
        graph,
        `query ($period: PeriodInput!) { nation { ${figures.map(({ name, type }) => `${name}(period: $period) ${selectionOf(type, 3)}`).join(' ')} } }`,
        { period },
      );
      expect(errors).toEqual([]);
    }
  });

  it('the followers have taken everything, and stored data is sound', async () => {
    const journals = ['cases', 'complaints', 'inspections', 'recovery'];
    for (const journal of journals) {
      for (let waiting = 1; waiting > 0;) {
        const { data } = await ask(graph, `{ head: ${journal}Journal { position waiting } }`);
        ({ waiting } = data.head);
      }
    }
    expect(await untrueSentences(graph.adminUrl)).toEqual([]);
  });
});
