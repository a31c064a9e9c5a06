import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '..');

/** Lints one line of code as if it stood in a file of the repository; returns what is reported. */
function lint(file: string, code: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'thads-lint-'));
  try {
    copyFileSync(path.join(root, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'));
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), `${code}\n`);
    const result = spawnSync(path.join(root, 'node_modules', '.bin', 'oxlint'), ['-c', '.oxlintrc.json', file], {
      cwd: folder,
      encoding: 'utf8',
    });
    return result.status === 0 ? '' : `${result.stdout}${result.stderr}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const importing = (from: string): string => `import { x } from '${from}';\nexport const y = x;`;

describe('a room imports only what the house allows', () => {
  it.each([
    ['shared/src/a.ts', '@thads/cases', 'shared imports nothing else of ours'],
    ['shared/src/a.ts', '../../gateway/src/gateway', 'shared imports nothing else of ours'],
    ['subgraphs/cases/src/a.ts', '@thads/recovery', 'A subgraph imports @thads/shared and nothing else of ours'],
    ['subgraphs/cases/src/case/a.ts', '../../../../shared/src/errors', 'A subgraph imports @thads/shared'],
    ['subgraphs/cases/src/a.ts', '@thads/shared/src/errors', 'A subgraph imports @thads/shared'],
    ['subgraphs/cases/src/a.ts', '../../complaints/src/index', 'A subgraph imports @thads/shared'],
    ['gateway/src/a.ts', '@thads/cases', 'the subgraphs only in one-process.ts'],
    ['gateway/src/one-process.ts', '../../subgraphs/cases/src/index', 'Import workspaces by their names'],
    ['sample/src/a.ts', '@thads/gateway', 'Clients speak GraphQL'],
    ['gateway/src/a.ts', '../../import/src/columns', 'The gateway imports @thads/shared'],
    ['test/a.test.ts', '../import/src/columns', 'only test/harness starts the graph'],
    ['import/src/a.ts', '@thads/cases', 'Clients speak GraphQL'],
    ['import/src/a.ts', '../../gateway/src/one-process', 'Clients speak GraphQL'],
    ['bench/src/a.ts', '../../subgraphs/cases/src/index', 'Clients speak GraphQL'],
    ['pull/src/a.ts', '@thads/shared', 'imports nothing else of ours'],
    ['pull/src/a.ts', '../../shared/src/errors', 'imports nothing else of ours'],
    ['gateway/src/a.ts', '../../pull/src/pull', 'The gateway imports @thads/shared'],
    ['dashboard/src/a.ts', '@thads/gateway', 'Clients speak GraphQL'],
    ['dashboard/src/a.ts', '../../shared/src/errors', 'Clients speak GraphQL'],
    ['gateway/src/a.ts', '../../dashboard/src/graph/ask', 'The gateway imports @thads/shared'],
    ['test/a.test.ts', '../gateway/src/one-process', 'only test/harness starts the graph'],
  ])('%s may not import %s', (file, from, message) => {
    expect(lint(file, importing(from))).toContain(message);
  });

  it.each([
    ['subgraphs/cases/src/a.ts', '@thads/shared'],
    ['subgraphs/cases/src/a.ts', './case/case.entity'],
    ['subgraphs/cases/src/testing/a.ts', '@thads/shared/src/testing/database.testkit'],
    ['gateway/src/one-process.ts', '@thads/cases'],
    ['sample/src/a.ts', '@thads/shared'],
    ['sample/src/a.ts', '@thads/reports'],
    ['dashboard/src/a.ts', '@thads/reports'],
    ['import/src/a.ts', '@thads/shared'],
    ['test/harness/a.ts', '../../gateway/src/one-process'],
  ])('%s may import %s', (file, from) => {
    expect(lint(file, importing(from))).toBe('');
  });

  it('below the entry points nobody reads the environment or ends the process', () => {
    expect(lint('shared/src/a.ts', 'export const x = process.env.X;')).toContain('process.env');
    expect(lint('gateway/src/a.ts', 'export function stop(): void {\n  process.exit(1);\n}')).toContain(
      'no-process-exit',
    );
    expect(lint('gateway/src/main.ts', 'export const x = process.env.X;')).toBe('');
  });
});
