import type { Bench } from './bench';
import { startOneProcess } from './graph';
import { ask } from './load-generator';
import { cpuPerRun, growthAtMost, timed, warmUp } from './measure';
import { operations } from './operations';
import { type ServerProcess, cpuOf } from './process';
import { whileRunning } from './running';

/** What tokens, policy, row level security, limits and the access log may cost: 15%. */
const goal = growthAtMost(1.15);

export const access: Bench = {
  about:
    'What access costs: this build against one from before it, each in one process on data of its own, loaded by itself ' +
    'with the same seed. Asked by a registrar, who sees everything, one request after the other, nothing kept. The ' +
    'earlier build is a checkout with its dependencies (`git worktree add ../before <commit>`, `npm ci` there).',
  data: 'all',
  run: ({ databases: [own, earlier], before, compare }) =>
    whileRunning(async (keep) => {
      if (!before || !earlier) {
        throw new Error(
          'Name an earlier build and its data: --before CHECKOUT --data FOLDER --data FOLDER-LOADED-BY-THAT-BUILD.',
        );
      }
      const server = await keep(startOneProcess(own));
      const other = await keep(startOneProcess(earlier, undefined, before));
      for (const [what, operationOf] of Object.entries(operations)) {
        const asking = (of: ServerProcess) => () => ask(of, operationOf(own.workingYear));
        await warmUp(asking(server));
        await warmUp(asking(other));
        const row = { what, against: 'without access', goal };
        await compare({ ...row, unit: 'ms', sample: timed(asking(server)), sampleAgainst: timed(asking(other)) });
        const cpu = (of: ServerProcess) => () => cpuPerRun(asking(of), () => cpuOf([of]));
        await compare({ ...row, unit: 'ms CPU', sample: cpu(server), sampleAgainst: cpu(other) }, { pairs: 7 });
      }
    }),
};
