import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mayEnter, serverBinaries } from './embedded-binaries';

const OTHERS = { uid: 65_534, gid: 65_534 };
const asRoot = process.getuid?.() === 0;
const folders: string[] = [];

function folder(mode = 0o755): string {
  const made = mkdtempSync(path.join(tmpdir(), 'thads-binaries-'));
  chmodSync(made, mode);
  folders.push(made);
  return made;
}

/** The installed package as `npm ci --ignore-scripts` leaves it: without the links of its libraries. */
async function withoutLinks(parent: string): Promise<string> {
  const installed = await serverBinaries(undefined, folder());
  const native = path.join(parent, 'package', 'native');
  mkdirSync(path.dirname(native));
  cpSync(installed, native, { recursive: true, verbatimSymlinks: true });
  cpSync(path.join(installed, '..', 'package.json'), path.join(native, '..', 'package.json'));
  const links = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
  for (const { target } of links) rmSync(path.join(native, '..', target));
  return native;
}

function version(binaries: string, user?: typeof OTHERS): string {
  const { stdout, stderr, error } = spawnSync(path.join(binaries, 'bin', 'postgres'), ['--version'], {
    ...user,
    cwd: '/',
    encoding: 'utf8',
  });
  return error ? error.message : `${stdout}${stderr}`;
}

afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

describe('the server binaries', () => {
  it('run after an install without scripts, which has left out the links of their libraries', async () => {
    const native = await withoutLinks(folder());
    expect(version(native)).toMatch(/error while loading shared libraries/);
    expect(await serverBinaries(undefined, folder(), native)).toBe(native);
    expect(version(native)).toMatch(/^postgres \(PostgreSQL\) 17/);
  });

  (asRoot ? it : it.skip)(
    'run as another user from a private checkout, even one made with a strict umask',
    async () => {
      const system = folder();
      const native = await withoutLinks(folder(0o700));
      spawnSync('chmod', ['-R', 'go=', native]);
      expect(version(native, OTHERS)).toMatch(/EACCES/);
      const [copy, same] = await Promise.all([
        serverBinaries(OTHERS, folder(), native, system),
        serverBinaries(OTHERS, folder(), native, system),
      ]);
      expect(copy).toBe(same);
      expect(path.relative(system, copy)).toMatch(/^postgresql-17[^/]*\/native$/);
      expect(version(copy, OTHERS)).toMatch(/^postgres \(PostgreSQL\) 17/);
    },
  );
});

describe('whether a user may enter', () => {
  (asRoot ? it : it.skip)('depends on every folder above, and on who owns it', async () => {
    const open = folder();
    const inside = path.join(open, 'a');
    mkdirSync(inside);
    const outcomes: Record<string, boolean> = { 'all open': await mayEnter(inside, OTHERS) };
    chmodSync(open, 0o700);
    outcomes['closed above'] = await mayEnter(inside, OTHERS);
    spawnSync('chown', ['65534', open]);
    outcomes['closed above, but owned'] = await mayEnter(inside, OTHERS);
    expect(outcomes).toEqual({ 'all open': true, 'closed above': false, 'closed above, but owned': true });
  });
});
