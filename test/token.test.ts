/** `npm run token`, as somebody who has just come meets it. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { type CommandResult, runCommand } from './harness/command';
import { GraphClient } from './harness/graph-client';
import { removeFolders, temporaryFolder } from './start/folders';
import { killAll, npmStart, root } from './start/npm-start';

const FIGURES = '{ nation { caseStatistics(period: { workingYear: 2024 }) { handled { cases } } } }';

describe('npm run token', () => {
  const dataDir = path.join(temporaryFolder(), 'not', 'there');
  afterAll(() => {
    killAll();
    removeFolders();
  });

  const run = (args: readonly string[], environment: Record<string, string> = {}): Promise<CommandResult> =>
    runCommand('gateway/src/identity/token.main.ts', args, { THADS_DATA_DIR: dataDir, ...environment });
  const claimsOf = (token: string): Record<string, unknown> =>
    JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());

  it('prints a token and nothing else, before the graph was ever started and while it runs', async () => {
    const before = await run(['--role', 'registrar']);
    expect(before).toEqual({ code: 0, stdout: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/), stderr: '' });
    expect(statSync(path.join(dataDir, 'development-issuer.json')).mode & 0o777).toBe(0o600);

    const server = npmStart({ THADS_DATA_DIR: dataDir });
    const url = await server.ready;
    const during = await run(['--role', 'province-viewer', '--province', 'VN34-15', '--name', 'Mẫu', '--hours', '2']);
    for (const { stdout } of [before, during]) {
      const { errors } = await new GraphClient(url, stdout.trim()).ask(FIGURES);
      expect(errors).toEqual([]);
    }
    const claims = claimsOf(during.stdout);
    expect(claims).toMatchObject({ sub: 'Mẫu', thads_role: 'PROVINCE_VIEWER', thads_province: 'VN34-15' });
    expect(Number(claims.exp) - Number(claims.iat)).toBe(7_200);

    const elsewhere = await run(['--role', 'registrar'], { THADS_DATA_DIR: temporaryFolder() });
    const { errors } = await new GraphClient(url, elsewhere.stdout.trim()).ask(FIGURES);
    expect(errors[0]!.extensions.code).toBe('UNAUTHENTICATED');

    server.signal('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0 });
  });

  it('through npm, as the README says it, prints the same', () => {
    const { status, stdout } = spawnSync('npm', ['run', '--silent', 'token', '--', '--role', 'registrar'], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: dataDir, THADS_DATA_DIR: dataDir },
      shell: process.platform === 'win32',
    });
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)]);
  });

  it('says what is wrong with the command, and prints no token', async () => {
    const { code, stdout, stderr } = await run(['--role', 'province-viewer']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^--province: the role PROVINCE_VIEWER needs it, such as VN34-15\. Usage: npm run/);
  });

  it.each([
    ['another issues the tokens', { AUTH_ISSUER: 'https://issuer.example' }, /tokens of AUTH_ISSUER alone/],
    ['the graph is in production', { THADS_MODE: 'production' }, /tokens of AUTH_ISSUER alone/],
    [
      'the mode is misspelt',
      { THADS_MODE: 'prod' },
      /^THADS_MODE is "prod"; it must be one of development, production/,
    ],
  ])('makes none where %s', async (_what, environment, message) => {
    const folder = path.join(temporaryFolder(), 'unused');
    const { code, stdout, stderr } = await run(['--role', 'registrar'], { THADS_DATA_DIR: folder, ...environment });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
    expect(existsSync(path.join(folder, 'development-issuer.json'))).toBe(false);
  });
});
