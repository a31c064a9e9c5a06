/** What `npm audit --json` has found, and whether it lets a change pass. */

interface Report {
  readonly metadata?: { readonly vulnerabilities: Readonly<Record<string, number>> };
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>;
}

export interface Verdict {
  /** Null: the registry could not be asked. */
  readonly passes: boolean | null;
  readonly lines: readonly string[];
}

const BARRED: ReadonlySet<string> = new Set(['high', 'critical']);

export function verdictOn(output: string): Verdict {
  const { metadata, vulnerabilities = {} } = parsed(output);
  if (!metadata) {
    return { passes: null, lines: ['The registry does not answer audits: nothing is known of weaknesses.'] };
  }
  const barred = Object.entries(vulnerabilities).filter(([, { severity }]) => BARRED.has(severity));
  const found = Object.values(vulnerabilities).length;
  return {
    passes: barred.length === 0,
    lines: [
      `${found} packages with known weaknesses, ${barred.length} of them high or critical`,
      ...barred.map(([name, { severity, range }]) => `${severity}: ${name} ${range}`),
    ],
  };
}

function parsed(output: string): Report {
  try {
    return JSON.parse(output) as Report;
  } catch {
    return {};
  }
}
