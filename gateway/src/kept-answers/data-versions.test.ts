import { DataVersions } from './data-versions';

/** A register whose checks end when they are told to; a check sees the data of the moment it began. */
function register() {
  const state = { data: 1, begun: 0, running: 0, atOnce: 0 };
  const ends: (() => void)[] = [];
  return {
    state,
    async dataVersion(): Promise<string> {
      const seen = String(state.data);
      state.begun += 1;
      state.running += 1;
      state.atOnce = Math.max(state.atOnce, state.running);
      await new Promise<void>((resolve) => ends.push(resolve));
      state.running -= 1;
      return seen;
    },
    /** Lets every check end that is running, and those that begin thereby, until all is quiet. */
    async settle(): Promise<void> {
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        const end = ends.shift();
        if (!end) return;
        end();
      }
    },
  };
}

describe('the data versions that requests wait for', () => {
  it('come from a check that began after the request, never from one that ran already', async () => {
    const cases = register();
    const versions = new DataVersions({ cases });
    const before = versions.current(['cases']);
    cases.state.data = 2;
    const after = versions.current(['cases']);
    await cases.settle();
    expect([await before, await after]).toEqual(['cases 1', 'cases 2']);
  });

  it('cost two checks for a thousand requests that come while one check runs, and run one at a time', async () => {
    const cases = register();
    const versions = new DataVersions({ cases });
    const asked = Array.from({ length: 1_000 }, () => versions.current(['cases']));
    await cases.settle();
    await Promise.all(asked);
    expect(cases.state).toMatchObject({ begun: 2, atOnce: 1 });
    const again = versions.current(['cases']);
    await cases.settle();
    await again;
    expect(cases.state).toMatchObject({ begun: 3, atOnce: 1 });
  });

  it('are asked of the subgraphs involved only, and named', async () => {
    const [cases, recovery] = [register(), register()];
    const asked = new DataVersions({ cases, recovery }).current(['recovery']);
    await recovery.settle();
    expect([await asked, cases.state.begun]).toEqual(['recovery 1', 0]);
  });

  it('reject when a subgraph is not available, and are asked for anew by the next request', async () => {
    let available = false;
    const versions = new DataVersions({
      cases: { dataVersion: async () => (available ? '1' : Promise.reject(new Error('down'))) },
    });
    const refused = await Promise.allSettled([versions.current(['cases']), versions.current(['cases'])]);
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    available = true;
    expect(await versions.current(['cases'])).toBe('cases 1');
  });
});
