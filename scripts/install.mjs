// Runs before `npm start` and `npm test`: a fresh clone has no node_modules yet, and a pull may have changed the
// lockfile. Uses nothing but Node, since nothing is installed at this point.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`THADS Graph needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}

const lockfile = path.join(root, 'package-lock.json');
const hash = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
const stamp = path.join(root, 'node_modules', '.thads-installed');
const hidden = path.join(root, 'node_modules', '.package-lock.json');
const installed = existsSync(hidden) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;

if (!installed) {
  if (existsSync(hidden) && !existsSync(stamp)) {
    // Installed by hand (`npm ci`, perhaps with flags of its own): trust it, as long as it is not older than the lock.
    const check = spawnSync('npm', ['ls', '--all', '--silent'], {
      cwd: root,
      stdio: 'ignore',
      shell: process.platform === 'win32',
    });
    if (check.status === 0) {
      writeFileSync(stamp, hash);
      process.exit(0);
    }
  }
  console.log('Installing dependencies (npm ci) ...');
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    console.error('npm ci failed; see its message above.');
    process.exit(result.status ?? 1);
  }
  writeFileSync(stamp, hash);
}
