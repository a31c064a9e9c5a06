import type { Bench } from './bench';
import { startOneProcess, startOneProcessOf } from './graph';
import { ask } from './load-generator';
import { cpuPerRun, growthAtMost, timed, warmUp } from './measure';
import { operations } from './operations';
import { type ServerProcess, cpuOf } from './process';
import { whileRunning } from './running';

/** What tokens, policy, row level security, limits and the access log may cost: 15%. */
const goal = growthAtMost(1.15);

export const access: Bench = {
  about:
    'What access costs: this build against one from before it, each in one process with PostgreSQL and data of its own, ' +
    'loaded by itself with the same seed. Asked by a registrar, who sees everything, one request after the other, nothing ' +
    'kept. The earlier build is a checkout (`git worktree add ../before <commit>`; there `npm ci` and `npm run sample -- ' +
    '--national --years 1 --scale 0.05`), named with `--before`.',
  data: 'first',
  run: ({ databases: [database], before, compare }) =>
    whileRunning(async (keep) => {
      if (!before) throw new Error('Name the checkout of an earlier build: --before ../before.');
      const server = await keep(startOneProcess(database));
      const other = await keep(startOneProcessOf(before));
      for (const [what, operationOf] of Object.entries(operations)) {
        const asking = (of: ServerProcess) => () => ask(of, operationOf(database.workingYear));
        const [own, earlier] = [await asking(server)(), await asking(other)()];
        if (JSON.stringify(own) !== JSON.stringify(earlier))
          throw new Error(`${what}: the two builds answer otherwise`);
        await warmUp(asking(server));
        await warmUp(asking(other));
        const row = { what, against: 'without access', goal };
        await compare({ ...row, unit: 'ms', sample: timed(asking(server)), sampleAgainst: timed(asking(other)) });
        const cpu = (of: ServerProcess) => () => cpuPerRun(asking(of), () => cpuOf([of]));
        await compare({ ...row, unit: 'ms CPU', sample: cpu(server), sampleAgainst: cpu(other) }, { pairs: 7 });
      }
    }),
};
