import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '..');
const SCHEMAS = [
  'schema.graphql',
  'gateway/supergraph.graphql',
  'gateway/bulk.graphql',
  'gateway/directory.graphql',
  'subgraphs/cases/schema.graphql',
  'subgraphs/complaints/schema.graphql',
  'subgraphs/inspections/schema.graphql',
  'subgraphs/recovery/schema.graphql',
];

const TEMPLATES = [
  'docs/data-dictionary.md',
  ...['cases', 'petitions', 'receptions', 'compensations', 'inspections', 'recovery'].flatMap((register) => [
    `docs/templates/${register}-events.csv`,
    `docs/templates/${register}-events.xlsx`,
  ]),
];

function check(generator: string, folder: string): { status: number | null; stderr: string } {
  return spawnSync(
    process.execPath,
    ['-r', path.join(root, 'scripts', 'register.cjs'), path.join(root, 'scripts', generator), '--check', folder],
    { encoding: 'utf8' },
  );
}

describe.each([
  { what: 'schemas', generator: 'gen-schema.ts', script: 'gen:schema', files: SCHEMAS },
  {
    what: 'templates and the data dictionary',
    generator: 'gen-templates.ts',
    script: 'gen:templates',
    files: TEMPLATES,
  },
])('the committed $what', ({ generator, script, files }) => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'thads-generated-'));
    for (const file of files) cpSync(path.join(root, file), path.join(folder, file));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are what the code says', () => {
    expect(check(generator, folder)).toMatchObject({ status: 0, stderr: '' });
  });

  it('that differ from the code, or are missing, are found and named', () => {
    const [drifted, same] = files as [string, string];
    const missing = files.at(-1)!;
    appendFileSync(path.join(folder, drifted), '# drifted\n');
    rmSync(path.join(folder, missing));
    const { status, stderr } = check(generator, folder);
    expect(status).toBe(1);
    const [, named, advice] = /^Out of date: (.*)\. Run "npm run (.*)" and commit the result\.\n$/.exec(stderr)!;
    expect(named!.split(', ').sort()).toEqual([drifted, missing].sort());
    expect(named).not.toContain(same);
    expect(advice).toBe(script);
  });
});

describe('the tables of docs/definitions.md', () => {
  const page = 'docs/definitions.md';
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'thads-generated-'));
    cpSync(path.join(root, page), path.join(folder, page));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are what the graph answers', () => {
    expect(check('gen-definitions.ts', folder)).toMatchObject({ status: 0, stderr: '' });
  });

  it('that say something else are found', () => {
    const text = readFileSync(path.join(folder, page), 'utf8');
    writeFileSync(path.join(folder, page), text.replace('completed / withConditions', 'completed / toBeEnforced'));
    expect(check('gen-definitions.ts', folder)).toMatchObject({
      status: 1,
      stderr: 'Out of date: docs/definitions.md. Run "npm run gen:definitions" and commit the result.\n',
    });
  });
});
