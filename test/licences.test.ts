import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Lockfile, licencesOf } from '../scripts/licences';

const lockfile = JSON.parse(readFileSync(path.resolve(__dirname, '..', 'package-lock.json'), 'utf8')) as Lockfile;

describe('the licences of packages', () => {
  it('were all agreed to', () => {
    const { counts, faults } = licencesOf(lockfile);
    expect(faults).toEqual([]);
    expect([...counts][0]![0]).toBe('MIT');
  });

  it.each([
    ['GPL-3.0-only', false, 1],
    ['(MIT OR GPL-3.0-only)', false, 0],
    ['(GPL-2.0-only OR GPL-3.0-only)', false, 1],
    ['MIT AND GPL-3.0-only', false, 1],
    ['(MIT AND Zlib)', false, 0],
    ['(MIT AND GPL-3.0-only) OR ISC', false, 0],
    ['MIT AND (ISC OR GPL-3.0-only)', false, 1],
    ['MPL-2.0', true, 0],
    ['MPL-2.0', false, 1],
    ['Elastic-2.0', false, 1],
    ['', false, 1],
    [undefined, true, 1],
  ])('%s, for development only: %s, is a fault %i times', (license, dev, faults) => {
    const packages = { '': {}, 'shared/node_modules/@some/package': { version: '1.0.0', license, dev } };
    expect(licencesOf({ packages }).faults).toHaveLength(faults);
  });

  it('an agreement is for one package and one licence', () => {
    const faultsOf = (name: string, license: string): number =>
      licencesOf({ packages: { [`node_modules/${name}`]: { license } } }).faults.length;
    expect([
      faultsOf('@apollo/gateway', 'Elastic-2.0'),
      faultsOf('@apollo/gateway', 'SSPL-1.0'),
      faultsOf('@other/gateway', 'Elastic-2.0'),
    ]).toEqual([0, 1, 1]);
  });
});
