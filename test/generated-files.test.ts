import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '..');
const FILES = [
  'schema.graphql',
  'gateway/supergraph.graphql',
  'gateway/directory.graphql',
  'subgraphs/cases/schema.graphql',
  'subgraphs/complaints/schema.graphql',
  'subgraphs/inspections/schema.graphql',
  'subgraphs/recovery/schema.graphql',
];

function check(folder: string): { status: number | null; stderr: string } {
  return spawnSync(
    process.execPath,
    ['-r', path.join(root, 'scripts', 'register.cjs'), path.join(root, 'scripts', 'gen-schema.ts'), '--check', folder],
    { encoding: 'utf8' },
  );
}

describe('the committed schemas', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'thads-schema-'));
    for (const file of FILES) cpSync(path.join(root, file), path.join(folder, file));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are what the code says', () => {
    expect(check(folder)).toMatchObject({ status: 0, stderr: '' });
  });

  it('that differ from the code, or are missing, are found and named', () => {
    appendFileSync(path.join(folder, 'schema.graphql'), '# drifted\n');
    rmSync(path.join(folder, 'subgraphs/recovery/schema.graphql'));
    const { status, stderr } = check(folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^Out of date: .*subgraphs\/recovery\/schema\.graphql.*schema\.graphql\. Run "npm run gen:schema"/,
    );
    expect(stderr).not.toContain('supergraph');
  });
});
