/** `npm run check:licences`: lists the licences of all packages of the lockfile, and fails on one nobody has agreed to. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Lockfile, licencesOf } from './licences';

const file = path.resolve(__dirname, '..', 'package-lock.json');
const { counts, faults } = licencesOf(JSON.parse(readFileSync(file, 'utf8')) as Lockfile);
for (const [licence, count] of counts) process.stdout.write(`${String(count).padStart(5)}  ${licence}\n`);
for (const fault of faults) process.stderr.write(`${fault}\n`);
if (faults.length > 0) {
  process.stderr.write('Agree to a licence in scripts/licences.ts, or do without the package.\n');
  process.exitCode = 1;
}
