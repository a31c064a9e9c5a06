type Check = () => Promise<string>;

/** Data versions of subgraphs, asked for once for all requests that wait: a thousand at a time cost one check or two. */
export class DataVersions {
  private readonly checks: ReadonlyMap<string, Check>;

  constructor(sources: Readonly<Record<string, { dataVersion(): Promise<string> }>>) {
    this.checks = new Map(
      Object.entries(sources).map(([name, source]) => [name, shared(async () => source.dataVersion())]),
    );
  }

  /** As one text, each from a check that began after this call. Rejects when one of them is not available. */
  async current(subgraphs: readonly string[]): Promise<string> {
    const versions = await Promise.all(
      subgraphs.map(async (name) => {
        const check = this.checks.get(name);
        if (!check) throw new Error(`the supergraph names a subgraph "${name}" that the gateway does not know`);
        return `${name} ${await check()}`;
      }),
    );
    return versions.join(', ');
  }
}

/**
 * One check at a time. A check that runs already may have looked before the caller's event was accepted, so it serves
 * nobody who comes later: they share the one after it.
 */
function shared(check: Check): Check {
  let running: Promise<string> | undefined;
  let next: Promise<string> | undefined;
  const start = (): Promise<string> => {
    next = undefined;
    running = check().finally(() => (running = undefined));
    return running;
  };
  return () => {
    if (next) return next;
    if (!running) return start();
    next = running.then(start, start);
    return next;
  };
}
