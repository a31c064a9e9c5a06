import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Kind, parse, validate } from 'graphql';
import { getVariableValues } from 'graphql/execution/values';
import { readExamples } from './playground.examples';
import { contract } from './playground.testkit';

const groups = readExamples();
const examples = groups.flatMap((group) => group.examples);

describe('the examples of the playground', () => {
  it('come in groups', () => {
    expect(groups.map((group) => group.title)).toEqual([
      'First steps',
      'Statistics',
      'Lists and details',
      'Sending events',
      'Worklists',
      'From judgment to completion',
      'Errors on purpose',
    ]);
  });

  it('begin with the working year 2024 of Lào Cai', () => {
    expect(examples[0]?.query).toContain('query LaoCai2024 {');
  });

  it.each(examples.map((example) => [example.id, example] as const))('%s fits the contract', (_id, example) => {
    const document = parse(example.query);
    expect(validate(contract, document)).toEqual([]);
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('the operation comes first');
    const variables = JSON.parse(example.variables || '{}');
    expect(getVariableValues(contract, operation.variableDefinitions ?? [], variables)).not.toHaveProperty('errors');
  });
});

describe('a faulty example is refused with its name', () => {
  let folder: string;
  const write = (file: string, text: string) => writeFileSync(path.join(folder, 'examples/1-group', file), text);

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'examples-'));
    mkdirSync(path.join(folder, 'examples/1-group'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('without a title', () => {
    write('1-untitled.graphql', '{ nation }');
    expect(() => readExamples(folder)).toThrow('1-group/1-untitled.graphql: the first line must be a comment');
  });

  it('with variables that are not JSON', () => {
    write('1-titled.graphql', '# Title\n{ nation }');
    write('1-titled.json', '{');
    expect(() => readExamples(folder)).toThrow('1-titled.json');
  });

  it('and numbers, not letters, order what is right', () => {
    for (const name of ['10-last', '2-second', '1-first']) write(`${name}.graphql`, `# ${name}\n{ nation }`);
    expect(readExamples(folder)[0]?.examples.map((example) => example.title)).toEqual([
      '1-first',
      '2-second',
      '10-last',
    ]);
  });
});
