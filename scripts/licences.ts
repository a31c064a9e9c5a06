/** Under which licences packages may be used, and what of the lockfile is not under one of them. */

/** A package as npm's lockfile (version 3) has it. */
interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  /** A workspace of ours. */
  readonly link?: boolean;
}

export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** Of whatever runs in the house. */
const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'PSF-2.0',
  'Unlicense',
  'Zlib',
]);

/** Besides, of what only builds and tests. */
const ALLOWED_FOR_DEVELOPMENT: ReadonlySet<string> = new Set(['CC-BY-4.0', 'MPL-2.0']);

/** What was agreed to package by package, as the lockfile says it; empty where the package itself says nothing. */
const AGREED: Readonly<Record<string, string>> = {
  // May be used and changed, and not be offered to others as a service of its own; the README says so.
  '@apollo/composition': 'Elastic-2.0',
  '@apollo/federation-internals': 'Elastic-2.0',
  '@apollo/gateway': 'Elastic-2.0',
  '@apollo/query-graphs': 'Elastic-2.0',
  '@apollo/query-planner': 'Elastic-2.0',
  // The MIT licence, in the file LICENSE of their repositories.
  buffers: '',
  chainsaw: 'MIT/X11',
};

export interface LicenceList {
  /** Number of packages by licence, the most frequent first. */
  readonly counts: ReadonlyMap<string, number>;
  /** Each a sentence. */
  readonly faults: readonly string[];
}

export function licencesOf({ packages }: Lockfile): LicenceList {
  const counts = new Map<string, number>();
  const faults: string[] = [];
  for (const [place, { version, license = '', dev = false, link = false }] of Object.entries(packages)) {
    // Workspaces of ours have other places, and links to those.
    if (!place.includes('node_modules/') || link) continue;
    const name = place.split('node_modules/').at(-1)!;
    const licence = license || 'none stated';
    counts.set(licence, (counts.get(licence) ?? 0) + 1);
    if (AGREED[name] !== license && !isAllowed(license, dev)) {
      faults.push(`${name} ${version} is under ${licence}, which nobody has agreed to.`);
    }
  }
  return { counts: new Map([...counts].sort(([, one], [, other]) => other - one)), faults };
}

/** `MIT`, `(MIT OR GPL-3.0-or-later)`, `Apache-2.0 AND MIT`. Anything more involved is for people to read. */
function isAllowed(expression: string, dev: boolean): boolean {
  const isKnown = (licence: string): boolean => ALLOWED.has(licence) || (dev && ALLOWED_FOR_DEVELOPMENT.has(licence));
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  const alternatives = plain.split(' OR ');
  return alternatives.length > 1 ? alternatives.some(isKnown) : plain.split(' AND ').every(isKnown);
}
