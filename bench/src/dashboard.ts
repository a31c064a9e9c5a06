import { findScope, provincesOf, resolvePeriod } from '@thads/shared';
import type { Bench } from './bench';
import { casesOf } from './database';
import { openEngine } from './engine';
import { startGateway, startOneProcess, startSubgraphs } from './graph';
import { subgraphDefinitions } from './house';
import { ask } from './load-generator';
import { addsAtMost, cpuPerRun, growthAtMost, timed, warmUp } from './measure';
import { dashboard as dashboardOperation, postGraphileDashboard } from './operations';
import { startPostGraphile } from './peers';
import { type ServerProcess, cpuOf } from './process';
import { whileRunning } from './running';

export const dashboard: Bench = {
  about:
    'The dashboard of the 34 provinces over all four registers with last year beside it, one request after the other, ' +
    'nothing kept. "The same SQL" are the four statements that the subgraphs send, sent through `pg` without anything ' +
    'around. Processor time is that of the Node processes per request, PostgreSQL’s left out on both sides. PostGraphile ' +
    'adds up the ledger to the same four days with its aggregates plugin; making lines and rates of the sums is left out. ' +
    'The last rows are the whole way through the gateway on the largest data against the smallest.',
  data: 'all',
  run: ({ databases, compare }) =>
    whileRunning(async (keep) => {
      const [database] = databases;
      const operation = dashboardOperation(database.workingYear);
      const statements: (() => Promise<unknown>)[] = [];
      const period = resolvePeriod({ workingYear: database.workingYear });
      const figures = provincesOf('VN34').map(({ id }) => ({ scope: findScope(id)!, period, filter: {} }));
      for (const { register } of subgraphDefinitions) {
        statements.push(await (await keep(openEngine(database, register))).statementsOf(figures));
      }
      const sql = (): Promise<unknown> => Promise.all(statements.map((send) => send()));

      const subgraphs = await startSubgraphs(keep, database);
      const gateway = await keep(startGateway(subgraphs));
      const oneProcess = await keep(startOneProcess(database));
      const shapes = [
        { shape: 'in one process', server: oneProcess, processes: [oneProcess] },
        { shape: 'subgraphs over HTTP', server: gateway, processes: [gateway, ...subgraphs.processes] },
      ];
      for (const { shape, server, processes } of shapes) {
        const what = `dashboard, ${shape}`;
        await compare({
          what,
          against: 'the same SQL',
          unit: 'ms',
          sample: timed(() => ask(server, operation)),
          sampleAgainst: timed(sql),
        });
        await compare(
          {
            what,
            against: 'the same SQL',
            unit: 'ms CPU',
            sample: () =>
              cpuPerRun(
                () => ask(server, operation),
                () => cpuOf(processes),
              ),
            sampleAgainst: () => cpuPerRun(sql, ownCpu),
            goal: addsAtMost(15),
          },
          { pairs: 7 },
        );
      }
      const postGraphile: ServerProcess = await keep(startPostGraphile(database));
      await compare(
        {
          what: 'dashboard, subgraphs over HTTP',
          against: 'PostGraphile with aggregates',
          unit: 'ms',
          sample: timed(() => ask(gateway, operation)),
          sampleAgainst: timed(() => ask(postGraphile, postGraphileDashboard(database.workingYear))),
        },
        { pairs: 10 },
      );

      const large = databases.at(-1)!;
      if (large === database) return;
      const onLarge = dashboardOperation(large.workingYear);
      const largeServers = [
        await keep(startOneProcess(large)),
        await keep(startGateway(await startSubgraphs(keep, large))),
      ];
      for (const [index, { shape, server }] of shapes.entries()) {
        // The other has answered hundreds of times by now, and Node is fast only then.
        await warmUp(() => ask(largeServers[index]!, onLarge));
        await compare({
          what: `dashboard, ${shape}, ${casesOf(large)}`,
          against: `the same, ${casesOf(database)}`,
          unit: 'ms',
          sample: timed(() => ask(largeServers[index]!, onLarge)),
          sampleAgainst: timed(() => ask(server, operation)),
          goal: growthAtMost(1.3),
        });
      }
    }),
};

function ownCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
