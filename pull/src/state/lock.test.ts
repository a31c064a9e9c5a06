import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Lock } from './lock';

const root = path.resolve(__dirname, '..', '..', '..');
let folder: string;
const file = (): string => path.join(folder, 'lock');

beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'thads-lock-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('is held by one at a time, and free again when it is released', () => {
  const lock = Lock.take(folder);
  expect(() => Lock.take(folder)).toThrow(new RegExp(`Another run \\(pid ${process.pid} on`));
  lock.release();
  expect(existsSync(file())).toBe(false);
  Lock.take(folder).release();
});

it('of a process that was killed it is taken over, of one that runs it is not', async () => {
  const script = `require(${JSON.stringify(path.join(root, 'scripts', 'register.cjs'))});
    require(${JSON.stringify(path.join(__dirname, 'lock.ts'))}).Lock.take(${JSON.stringify(folder)});
    process.stdout.write('taken'); setInterval(() => undefined, 1_000);`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  expect(() => Lock.take(folder)).toThrow(`pid ${child.pid}`);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const lock = Lock.take(folder);
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ pid: process.pid });
  lock.release();
});

it('a pid that came back is not the run that had it', () => {
  Lock.take(folder).release();
  writeFileSync(file(), JSON.stringify({ ...holderOf(Lock.take(folder)), bornAt: '1' }));
  Lock.take(folder).release();
});

it('of another machine it is taken over when that has been silent', () => {
  const there = { ...holderOf(Lock.take(folder)), host: 'elsewhere' };
  writeFileSync(file(), JSON.stringify(there));
  expect(() => Lock.take(folder)).toThrow(/on elsewhere/);
  const anHourAgo = new Date(Date.now() - 3_600_000);
  utimesSync(file(), anHourAgo, anHourAgo);
  Lock.take(folder).release();
});

function holderOf(lock: Lock): object {
  const holder = JSON.parse(readFileSync(file(), 'utf8')) as object;
  lock.release();
  return holder;
}
