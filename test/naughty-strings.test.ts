import { COMMON_FIELDS } from '@thads/shared';
import { type GraphQLObjectType, type GraphQLSchema, getNamedType } from 'graphql';
import { EVERYTHING_AT_ONCE, type Graph, startInOneProcess } from './harness/graph';
import { bearing } from './harness/graph-client';
import { introspect, selectionOf } from './harness/introspection';
import { expectNothingInside } from './harness/nothing-inside';
import { ask } from './naughty-strings/ask';
import { TEXT_HISTORIES, type TextHistory } from './naughty-strings/histories';
import { STRINGS, inParts, isText } from './naughty-strings/strings';
import { type TextField, textFields, valueAt, withText, withoutEmpty } from './naughty-strings/text-fields';
import { eventsOf } from './refusals/refusal';

jest.setTimeout(180_000);

let graph: Graph;
/** Who sees what is known of persons as it is. */
let inspector: Pick<Graph, 'url' | 'headers'>;
let schema: GraphQLSchema;
beforeAll(async () => {
  graph = await startInOneProcess('empty', { limits: EVERYTHING_AT_ONCE });
  const token = await graph.issuer.token({ role: 'CENTRAL_INSPECTOR' });
  inspector = { url: graph.url, headers: bearing(token) };
  schema = await introspect(graph.client);
});
afterAll(() => graph.stop());

async function submit(register: string, events: readonly unknown[]): Promise<any[]> {
  const results: any[] = [];
  for (const batch of inParts(events, 1_000)) {
    const { data, errors } = await ask(
      graph,
      `mutation ($events: [${register}EventInput!]!) { submitted: submit${register}Events(events: $events) {
         results { id status refusal { code field message allowed } } } }`,
      { events: batch },
    );
    expect(errors).toEqual([]);
    results.push(...data.submitted.results);
  }
  return results;
}

const HISTORIES = Object.entries(TEXT_HISTORIES).flatMap(([register, those]) =>
  those.map((history, nth) => ({ register, nth, history, type: history.sent[0] })),
);
type OneHistory = (typeof HISTORIES)[number];

/** The number of the history that takes a text: what every event can carry goes with the first. */
function historyOf({ register, path }: TextField): number {
  const isTaken = ({ sent }: TextHistory): boolean => valueAt(sent[2], path) !== undefined;
  return COMMON_FIELDS.has(path[0]!) ? 0 : TEXT_HISTORIES[register]!.findIndex(isTaken);
}

/** What the graph has of subjects, in their order: their history, and the texts that their records show. */
async function recordsOf(
  record: string,
  paths: readonly (readonly string[])[],
  subjects: readonly string[],
): Promise<any[]> {
  const { type } = schema.getQueryType()!.getFields()[record]!;
  const fields = (getNamedType(type) as GraphQLObjectType).getFields();
  const shown = [...new Set(paths.map(([name]) => name!))]
    .filter((name) => fields[name] && !COMMON_FIELDS.has(name))
    .map((name) => `${name} ${selectionOf(fields[name]!.type, 1)}`);
  const found: any[] = [];
  for (const part of inParts(subjects, 100)) {
    const { data, errors } = await ask(
      inspector,
      `query (${part.map((_, nth) => `$s${nth}: ID!`).join(' ')}) {
         ${part.map((_, nth) => `r${nth}: ${record}(id: $s${nth}) { ...Told }`).join('\n')} }
       fragment Told on ${getNamedType(type).name} {
         history { officer decisionNumber signer ground fields { name value } } ${shown.join(' ')} }`,
      Object.fromEntries(part.map((subject, nth) => [`s${nth}`, subject])),
    );
    expect(errors).toEqual([]);
    found.push(...part.map((_, nth) => data[`r${nth}`]));
  }
  return found;
}

/** A text as the last entry of a history tells it. */
function toldOf(history: any[], [name, ...rest]: readonly string[]): unknown {
  const entry = history.at(-1);
  if (COMMON_FIELDS.has(name!)) return entry[name!];
  const { value } = entry.fields.find((field: { name: string }) => field.name === name);
  return rest.length === 0 ? value : valueAt(JSON.parse(value), rest);
}

const GOOD = STRINGS.filter(isText);
/** What is said of persons. */
const PERSONS: ReadonlySet<string> = new Set(['parties', 'sender']);
/** Of a person's texts: no longer than the shortest of them may be, and without the spaces around them, which are not kept. */
const OF_PERSONS = GOOD.filter((text) => [...text].length <= 50 && text === text.trim());
const BAD = STRINGS.filter((text) => !isText(text));

function put(event: unknown, texts: readonly (readonly [TextField, string])[]): unknown {
  return texts.reduce((filled, [{ path }, text]) => withText(filled, path, text), withoutEmpty(event));
}

/** Every text in every field, each time another beside it: taken, the same in another Unicode form, told again. */
async function expectKept({ register, history, nth }: OneHistory, free: readonly TextField[]): Promise<void> {
  const texts = free.some(({ path }) => PERSONS.has(path[0]!)) ? OF_PERSONS : GOOD;
  const textAt = (one: number, nthField: number): string => texts[(one + 7 * nthField) % texts.length]!;
  const told = GOOD.map((_, one) => {
    const { given, sent, subject } = eventsOf(history, `N-${nth}-${one}`);
    const inForm = (form: 'NFC' | 'NFD' | null): unknown =>
      put(
        sent,
        free.map((field, nthField) => {
          const text = textAt(one, nthField);
          return [field, form === null ? text : text.normalize(form)];
        }),
      );
    return { subject, given: given.map((event) => withoutEmpty(event)), sent: inForm(null), again: inForm('NFD') };
  });
  const events = told.flatMap(({ given, sent }) => [...given, sent]);
  const refused = (await submit(register, events)).filter(({ status }) => status !== 'ACCEPTED');
  expect(refused).toEqual([]);
  const repeated = await submit(
    register,
    told.map(({ again }) => again),
  );
  expect(repeated.filter(({ status }) => status !== 'DUPLICATE')).toEqual([]);
  if (history.record === null) return;
  const paths = free.map(({ path }) => path);
  const records = await recordsOf(
    history.record,
    paths,
    told.map(({ subject }) => subject),
  );
  for (const [nthField, path] of paths.entries()) {
    const expected = GOOD.map((_, one) => textAt(one, nthField).normalize('NFC'));
    expect([path, records.map((record) => toldOf(record.history, path))]).toEqual([path, expected]);
    if (!Object.hasOwn(records[0], path[0]!)) continue;
    expect([path, records.map((record) => valueAt(record, path))]).toEqual([path, expected]);
  }
}

/** What is no text, and whatever is no identifier where there has to be one: refused, and the field is named. */
async function expectRefused({ register, history, nth }: OneHistory, fields: readonly TextField[]): Promise<void> {
  const { given, sent } = eventsOf(history, `N-${nth}-refused`);
  const opened = await submit(
    register,
    given.map((event) => withoutEmpty(event)),
  );
  expect(opened.filter(({ status }) => status !== 'ACCEPTED')).toEqual([]);
  const bad = fields.flatMap((field) => (field.isFree ? BAD : STRINGS).map((text) => [field, text] as const));
  const others = fields.filter(({ isFree }) => isFree).map((field) => [field, 'a'] as const);
  const results = await submit(
    register,
    bad.map((one) => put(sent, [...others, one])),
  );
  const wrong = bad.flatMap(([{ path }, text], nthBad) => {
    const { status, refusal } = results[nthBad];
    const isNamed = status === 'REFUSED' && refusal.code === 'BAD_USER_INPUT' && refusal.allowed !== null;
    const isHere = refusal?.field?.split('.')[0] === path[0];
    if (refusal) expectNothingInside([{ message: refusal.message, extensions: { code: refusal.code } }], [text]);
    return isNamed && isHere ? [] : [[path, text.slice(0, 80), status, refusal]];
  });
  expect(wrong).toEqual([]);
}

describe('every text of every event', () => {
  it('is known by a history that takes it', () => {
    const unknown = textFields(schema).filter((field) => historyOf(field) < 0 && field.path[0] !== 'reverses');
    expect(unknown.map(({ register, path }) => [register, ...path])).toEqual([]);
    expect(GOOD.length).toBeGreaterThan(450);
  });

  it.each(HISTORIES)('is kept as it is or refused by name: $register events, $nth: $type', async (one) => {
    const fields = textFields(schema).filter(
      (field) => field.register === one.register && Math.max(0, historyOf(field)) === one.nth,
    );
    expect(fields.length).toBeGreaterThan(0);
    const free = fields.filter(({ isFree }) => isFree);
    if (free.length > 0) await expectKept(one, free);
    await expectRefused(one, fields);
  });
});
