import type { Bench } from './bench';
import { startGateway, startOneProcess, startSubgraphs } from './graph';
import { requestRate } from './load-generator';
import { ratioAtLeast } from './measure';
import { dashboard } from './operations';
import { whileRunning } from './running';

export const kept: Bench = {
  about:
    'The same dashboard again and again with 16 connections while no event comes in: answers kept (the default) against ' +
    'made anew every time (`KEPT_ANSWERS_MB=0`).',
  data: 'first',
  run: ({ databases: [database], seconds, compare }) =>
    whileRunning(async (keep) => {
      const operation = dashboard(database.workingYear);
      const subgraphs = await startSubgraphs(keep, database);
      const shapes = [
        ['subgraphs over HTTP', await keep(startGateway(subgraphs, {})), await keep(startGateway(subgraphs))],
        ['in one process', await keep(startOneProcess(database, {})), await keep(startOneProcess(database))],
      ] as const;
      for (const [shape, keeping, notKeeping] of shapes) {
        await compare(
          {
            what: `repeated dashboard, kept, ${shape}`,
            against: 'not kept',
            unit: 'requests/s',
            sample: requestRate(keeping, operation, seconds),
            sampleAgainst: requestRate(notKeeping, operation, seconds),
            goal: ratioAtLeast(30),
          },
          { pairs: 5 },
        );
      }
    }),
};
