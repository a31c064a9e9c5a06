import { buildSchema } from 'graphql';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { changesOf, endlessDeprecations } from '../scripts/breaking-changes';
import { startCommand } from './harness/command';

const RELEASED = `
  type Query { case(id: ID!, open: Boolean, by: ID @deprecated(reason: "Use id. Stays until 2026-03-31.")): Case cases(first: Int = 20): [Case!]! }
  type Case { id: ID! state: State amount: Int! late: String @deprecated(reason: "Use state. Stays until 2026-03-31.") }
  enum State { OPEN ENDED STALE @deprecated(reason: "Use OPEN. Stays until 2026-03-31.") }
  input Event { id: ID! note: String text: String @deprecated(reason: "Use note. Stays until 2026-03-31.") }
  type Mutation { submit(event: Event!): Case }`;

const changed = (from: string, to: string): string => {
  if (!RELEASED.includes(from)) throw new Error(`the schema does not have ${from}`);
  return RELEASED.replace(from, to);
};

const breakingOf = async (current: string, today = '2026-11-22'): Promise<readonly string[]> =>
  (await changesOf(buildSchema(RELEASED), buildSchema(current), today)).breaking;

describe('what breaks clients', () => {
  it.each<[string, string, string, string]>([
    ['a field that is gone', ' amount: Int!', '', 'Case.amount'],
    ['a field that may be null now', 'amount: Int!', 'amount: Int', 'Case.amount'],
    ['a field of another type', 'amount: Int!', 'amount: String!', 'Case.amount'],
    ['an argument that is gone', ', open: Boolean', '', 'open'],
    ['an argument that is required now', 'open: Boolean', 'open: Boolean!', 'open'],
    ['a further argument that is required', 'open: Boolean', 'open: Boolean, on: String!', 'on'],
    ['an enum value that is gone', 'ENDED ', '', 'ENDED'],
    ['an input field that is gone', ' note: String', '', 'note'],
    ['an input field that is required now', 'note: String', 'note: String!', 'note'],
    ['a further input field that is required', 'note: String', 'note: String sender: ID!', 'sender'],
    ['a type that is gone', 'type Mutation { submit(event: Event!): Case }', '', 'Mutation'],
    ['a type of another kind', 'enum State { OPEN ENDED', 'scalar State enum Other { OPEN ENDED', 'State'],
  ])('%s', async (_what, from, to, named) => {
    const breaking = await breakingOf(changed(from, to));
    expect(breaking.length).toBeGreaterThan(0);
    expect(breaking.join(' ')).toContain(named);
  });

  it.each<[string, string, string]>([
    ['nothing at all', 'OPEN', 'OPEN'],
    ['a further field', 'amount: Int!', 'amount: Int! paid: Int'],
    ['a further argument that may be left out', 'open: Boolean', 'open: Boolean, on: String'],
    ['a further input field that may be left out', 'note: String', 'note: String sender: ID'],
    ['a field that is never null any more', 'state: State', 'state: State!'],
    ['a further description', 'amount: Int!', '"What is owed." amount: Int!'],
    ['a deprecation', 'amount: Int!', 'amount: Int! @deprecated(reason: "Use owed. Stays until 2027-12-31.")'],
  ])('not %s', async (_what, from, to) => {
    expect(await breakingOf(changed(from, to))).toEqual([]);
  });

  it.each([
    ['a field', ' late: String @deprecated(reason: "Use state. Stays until 2026-03-31.")'],
    ['an argument', ', by: ID @deprecated(reason: "Use id. Stays until 2026-03-31.")'],
    ['an input field', ' text: String @deprecated(reason: "Use note. Stays until 2026-03-31.")'],
    ['an enum value', ' STALE @deprecated(reason: "Use OPEN. Stays until 2026-03-31.")'],
  ])('%s that was deprecated goes after the day until which it was promised, not on it', async (_what, text) => {
    expect(await breakingOf(changed(text, ''), '2026-03-31')).toHaveLength(1);
    expect(await breakingOf(changed(text, ''), '2026-04-01')).toEqual([]);
  });

  it('what was deprecated and removed between two releases breaks: nobody was told', async () => {
    expect(await breakingOf(changed(' amount: Int!', ''), '2099-01-01')).toHaveLength(1);
  });

  it('a further enum value is noticeable: a client may not know what to do with it', async () => {
    const { breaking, noticeable } = await changesOf(
      buildSchema(RELEASED),
      buildSchema(changed('ENDED', 'ENDED LOST')),
      '2026-11-22',
    );
    expect([breaking, noticeable]).toEqual([[], [expect.stringContaining('LOST')]]);
  });

  it('a deprecation says until when what it deprecates stays', () => {
    expect(endlessDeprecations(buildSchema(RELEASED))).toEqual([]);
    const endless = changed('amount: Int!', 'amount: Int! @deprecated(reason: "Use owed.")')
      .replace('open: Boolean', 'open: Boolean @deprecated')
      .replace('Stays until 2026-03-31.") }\n  input', 'Some day.") }\n  input');
    expect(endlessDeprecations(buildSchema(endless)).sort()).toEqual(['Case.amount', 'Query.case.open', 'State.STALE']);
  });
});

describe('npm run check:breaking', () => {
  const root = path.resolve(__dirname, '..');
  const files = ['schema.graphql', 'schema.released.graphql'];
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'thads-breaking-'));
    for (const file of files) cpSync(path.join(root, file), path.join(folder, file));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = (...options: string[]) => startCommand('scripts/check-breaking.ts', [...options, folder]).ended;
  const edit = (from: string, to: string): void => {
    const text = readFileSync(path.join(folder, 'schema.graphql'), 'utf8');
    if (!text.includes(from)) throw new Error(`the schema does not have ${from}`);
    writeFileSync(path.join(folder, 'schema.graphql'), text.replace(from, to));
  };

  it('the committed schema breaks nobody', async () => {
    expect(await run()).toMatchObject({ code: 0, stderr: '' });
  });

  it('a schema that breaks fails, and is told what to do instead; released, it is what the next is compared with', async () => {
    edit('  completionRate: Rate!', '  rateOfCompletion: Rate!');
    const { code, stdout, stderr } = await run();
    expect(code).toBe(1);
    expect(stdout).toContain('breaking, ');
    expect(stderr).toMatch(
      /breaking: \w+\.completionRate: Field 'completionRate' was removed from object type '\w+'\./,
    );
    expect(stderr).toContain('deprecate instead');
    expect((await run('--release')).code).toBe(0);
    expect(await run()).toMatchObject({ code: 0, stderr: '' });
  });
});
