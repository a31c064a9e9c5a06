import type { GraphQLSchema } from 'graphql';
import { EVERYTHING_AT_ONCE, type Graph, startInOneProcess } from './harness/graph';
import { bearing } from './harness/graph-client';
import { introspect } from './harness/introspection';
import { ask } from './naughty-strings/ask';
import { type QueryArgument, queryArguments } from './naughty-strings/query-arguments';
import { STRINGS, inParts } from './naughty-strings/strings';

jest.setTimeout(180_000);

let graph: Graph;
/** Who alone reads access logs, and nothing of persons. */
let auditor: Pick<Graph, 'url' | 'headers'>;
let schema: GraphQLSchema;
beforeAll(async () => {
  graph = await startInOneProcess('empty', { limits: EVERYTHING_AT_ONCE });
  auditor = { url: graph.url, headers: bearing(await graph.issuer.token({ role: 'AUDITOR' })) };
  schema = await introspect(graph.client);
  // Tens of thousands of refusals: half of the time would go into stacks that nobody sees.
  Error.stackTraceLimit = 0;
});
afterAll(() => graph.stop());

/** So many in one operation. */
const AT_ONCE = 40;

/** Asks for each value in the same place; what is answered or refused to each. */
async function answersTo({ field, callWith, scalar }: QueryArgument, values: readonly unknown[]) {
  const answers: { value: unknown; data: unknown; message: string | null }[] = [];
  for (const part of inParts(values, AT_ONCE)) {
    const names = part.map((_, nth) => `v${nth}`);
    const { data, errors } = await ask(
      field.endsWith('AccessLog') ? auditor : graph,
      `query (${names.map((name) => `$${name}: ${scalar}!`).join(' ')}) { ${names.map((name) => `${name}: ${callWith(name)}`).join('\n')} }`,
      Object.fromEntries(names.map((name, nth) => [name, part[nth]])),
    );
    for (const [nth, name] of names.entries()) {
      const error = errors.find(({ path }) => !path || path[0] === name);
      answers.push({ value: part[nth], data: data?.[name] ?? null, message: error?.message ?? null });
    }
  }
  return answers;
}

/** In every place one text in so many, each place beginning with another: together they have tried each text often. */
const ONE_IN = 4;
const textsFor = (nth: number): string[] => STRINGS.filter((_, index) => index % ONE_IN === nth % ONE_IN);

it('whatever text is asked for by, the answer is nothing or a clear refusal', async () => {
  const places = queryArguments(schema, ['ID', 'String']);
  expect(places.length).toBeGreaterThan(50);
  for (const [nth, place] of places.entries()) {
    const wrong = (await answersTo(place, textsFor(nth))).filter(({ data, message }) => {
      const isEmpty = data === null || (data as { nodes?: unknown[] }).nodes?.length === 0;
      return message === null && !isEmpty;
    });
    expect([place.field, place.path, wrong]).toEqual([place.field, place.path, []]);
  }
});

it('no day that is none is taken for one', async () => {
  const places = queryArguments(schema, ['Date']);
  expect(places.length).toBeGreaterThan(20);
  for (const [nth, place] of places.entries()) {
    const taken = (await answersTo(place, textsFor(nth))).filter(({ message }) => !message?.includes('is not a day'));
    expect([place.field, place.path, taken]).toEqual([place.field, place.path, []]);
  }
});

it('numbers and days at the ends of what they can be are answered or refused', async () => {
  const NUMBERS = [0, 1, -1, 2_147_483_647, -2_147_483_648];
  const VALUES: Readonly<Record<string, readonly unknown[]>> = {
    Int: NUMBERS,
    Float: [...NUMBERS, 1e308, -1e308, 5e-324],
    VND: [...NUMBERS, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER],
    Date: ['1900-01-01', '1993-01-01', '2024-02-29', '2200-12-31'],
  };
  const places = queryArguments(schema, Object.keys(VALUES));
  expect(places.length).toBeGreaterThan(40);
  for (const place of places) await answersTo(place, VALUES[place.scalar]!);
});
