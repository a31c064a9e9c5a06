import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt } from './build';

/** A page small enough to be built for real in well under a second. */
describe('the build of a page', () => {
  let folder: string;
  const file = (...names: string[]) => path.join(folder, ...names);
  const builtScript = () => {
    const [name = ''] = readdirSync(file('dist/assets'));
    return readFileSync(file('dist/assets', name), 'utf8');
  };
  /** Whether the call built something, by what it logged. */
  const ensure = async () => {
    const lines: string[] = [];
    await ensureBuilt({ name: 'playground', folder }, (line) => lines.push(line));
    return lines.length > 0;
  };

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'page-build-'));
    mkdirSync(file('src'));
    writeFileSync(file('index.html'), '<script type="module" src="./src/main.js"></script>');
    writeFileSync(file('src/main.js'), "console.log('first');");
    writeFileSync(file('vite.config.mjs'), "export default { base: './' };");
    writeFileSync(file('package.json'), '{}');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('an absent page is built, and nothing is left of the work', async () => {
    expect(await ensure()).toBe(true);
    expect(builtScript()).toContain('first');
    expect(readdirSync(folder).sort()).toEqual(['dist', 'index.html', 'package.json', 'src', 'vite.config.mjs']);
  });

  it('a page of the same sources is left alone', async () => {
    expect(await ensure()).toBe(false);
  });

  it('a changed source leads to one new build', async () => {
    writeFileSync(file('src/main.js'), "console.log('second');");
    expect(await ensure()).toBe(true);
    expect(builtScript()).toContain('second');
    expect(await ensure()).toBe(false);
  });

  it('a renamed source counts as changed, an example does not', async () => {
    mkdirSync(file('examples'));
    writeFileSync(file('examples/1.graphql'), '# read by the server, not built in');
    expect(await ensure()).toBe(false);
    writeFileSync(file('src/other.js'), '');
    expect(await ensure()).toBe(true);
  });

  it('a page without its stamp is built again', async () => {
    rmSync(file('dist/sources.sha256'));
    expect(await ensure()).toBe(true);
  });

  it('two builds at once both end well', async () => {
    rmSync(file('dist'), { recursive: true });
    expect(await Promise.all([ensure(), ensure()])).toEqual([true, true]);
    expect(builtScript()).toContain('second');
    expect(await ensure()).toBe(false);
  });

  it('the work of a killed build is removed after an hour, a running one is left', async () => {
    mkdirSync(file('.build-killed/dist'), { recursive: true });
    mkdirSync(file('.build-running'));
    const twoHoursAgo = Date.now() / 1000 - 7200;
    utimesSync(file('.build-killed'), twoHoursAgo, twoHoursAgo);
    writeFileSync(file('src/other.js'), '// changed');
    await ensure();
    expect(existsSync(file('.build-killed'))).toBe(false);
    expect(existsSync(file('.build-running'))).toBe(true);
    rmSync(file('.build-running'), { recursive: true });
  });

  it('a failed build names what failed and keeps the page that was there', async () => {
    const before = builtScript();
    writeFileSync(file('src/main.js'), "import './missing.js';");
    await expect(ensure()).rejects.toThrow(/the playground did not build: vite ended with 1 [^]*missing\.js/);
    expect(builtScript()).toBe(before);
    expect(readdirSync(folder).filter((name) => name.startsWith('.build-'))).toEqual([]);
  });
});
