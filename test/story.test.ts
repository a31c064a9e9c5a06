import { untrueSentences } from './harness/data-check';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';
import { table } from './harness/table';

const GROUP = 'From judgment to completion';

interface Example {
  readonly title: string;
  readonly query: string;
  readonly variables: string;
}

/** What became of the events of an example, register by register. */
interface Sent {
  readonly [register: string]: {
    readonly results: readonly { readonly status: string; readonly version: number }[];
    readonly refused: readonly object[];
  };
}

/** Everything that an answer says, a line a value: `office.november.withConditions.cases`, 0; of a list a line a row. */
function values(answer: unknown, path = ''): [string, string | number][] {
  if (answer === null || typeof answer !== 'object') {
    return [[path, typeof answer === 'number' ? answer : String(answer)]];
  }
  if (Array.isArray(answer)) {
    return answer.map((row, index) => [
      `${path}.${index + 1}`,
      values(row)
        .map(([, value]) => value)
        .join(' | '),
    ]);
  }
  return Object.entries(answer).flatMap(([key, value]) => values(value, path === '' ? key : `${path}.${key}`));
}

/** As it can be read beside the comments of the example: figures in one column, all else in another. */
function printed(answer: object): string {
  const lines = values(answer);
  const figures = lines.filter((line): line is [string, number] => typeof line[1] === 'number');
  const facts = lines.filter(([, value]) => typeof value === 'string');
  return [table(['figure', 'value'], figures), table(['fact', 'value'], facts)].join('\n\n');
}

describe('the story of one case that the playground tells', () => {
  let graph: OneProcessGraph;
  let examples: Example[];
  const told = new Map<string, { readonly answer: object; readonly versions: readonly number[] }>();
  const isSending = ({ title }: Example): boolean => /^Step \d, send:/.test(title);

  beforeAll(async () => {
    graph = await startInOneProcess('empty');
    const response = await fetch(`${graph.url}/playground/config.json`);
    const { groups } = (await response.json()) as { groups: { title: string; examples: Example[] }[] };
    examples = groups.find(({ title }) => title === GROUP)!.examples;
  });
  afterAll(() => graph.stop());

  const run = <T extends object>({ query, variables }: Example): Promise<T> =>
    graph.client.data<T>(query, JSON.parse(variables));
  const outcomes = (sent: Sent) => Object.values(sent).flatMap(({ results }) => results);

  it('is sent step by step, every event accepted, and every step has a look that shows what moved', async () => {
    expect(examples.map(({ title }) => title.split(':')[0])).toEqual([
      ...[1, 2, 3, 4, 5, 6].flatMap((step) => [`Step ${step}, send`, `Step ${step}, look`]),
      'Step 7, look',
    ]);
    for (const example of examples) {
      const answer = await run<Sent>(example);
      if (isSending(example)) {
        const refused = Object.values(answer).flatMap((register) => register.refused);
        expect([example.title, refused]).toEqual([example.title, []]);
        expect([example.title, outcomes(answer).map(({ status }) => status)]).toEqual([
          example.title,
          Object.values(JSON.parse(example.variables)).flatMap((events) => (events as object[]).map(() => 'ACCEPTED')),
        ]);
      } else {
        expect(`\n${printed(answer)}\n`).toMatchSnapshot(example.title);
      }
      told.set(example.title, {
        answer,
        versions: isSending(example) ? outcomes(answer).map(({ version }) => version) : [],
      });
    }
  });

  it('told again is all duplicates with the versions of the first time, and shows the same', async () => {
    for (const example of examples) {
      const answer = await run<Sent & { now?: object }>(example);
      const first = told.get(example.title)!;
      if (isSending(example)) {
        expect(outcomes(answer)).toEqual(first.versions.map((version) => ({ status: 'DUPLICATE', version })));
        continue;
      }
      // Of what is asked for as it is now, not as it was, more has happened since the first time.
      const { now: _now, ...lasting } = answer;
      expect([example.title, first.answer]).toEqual([example.title, expect.objectContaining(lasting)]);
    }
  });

  it('leaves the stored data sound: both registers of money say the same', async () => {
    expect(await untrueSentences(graph.adminUrl)).toEqual([]);
  });
});
