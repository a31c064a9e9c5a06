import { deepStrictEqual } from 'node:assert';
import { roleOf, urlForRole } from '@thads/shared';
import type { Bench } from './bench';
import { startGateway, startOneProcess, startSubgraphs } from './graph';
import { subgraphDefinitions } from './house';
import { ask, requestRate } from './load-generator';
import { operations } from './operations';
import { startHive } from './peers';
import { startEntry } from './process';
import { whileRunning } from './running';

export const engines: Bench = {
  about:
    'Requests/s with 16 connections through different engines that all answer the same JSON (checked), nothing kept. Ours ' +
    'and Hive stand before the same subgraph processes; Hive merges identical requests to a subgraph that are under way, ' +
    'which 16 identical clients flatter. The monolith is one Apollo Server on one schema with the same resolvers, to be ' +
    'compared with ours in one process. The bare server sends stored bytes: what HTTP alone would allow. Load generator, ' +
    'PostgreSQL and all servers share the machine.',
  data: 'first',
  run: ({ databases: [database], seconds, compare }) =>
    whileRunning(async (keep) => {
      const { adminUrl, passwords, workingYear } = database;
      const subgraphs = await startSubgraphs(keep, database);
      const gateway = await keep(startGateway(subgraphs));
      const oneProcess = await keep(startOneProcess(database));
      const hive = await keep(startHive(subgraphs.urls));
      const roleUrls = subgraphDefinitions.map(({ name, register: { schema } }) => [
        `${name.toUpperCase()}_DATABASE_URL`,
        urlForRole(adminUrl, roleOf(schema), passwords[schema]!),
      ]);
      const monolith = await keep(startEntry('bench/src/servers/monolith.main.ts', Object.fromEntries(roleUrls)));
      const bare = await keep(startEntry('bench/src/servers/bare.main.ts', {}));

      for (const [name, operationOf] of Object.entries(operations)) {
        const operation = operationOf(workingYear);
        const data = await ask(gateway, operation);
        for (const server of [oneProcess, hive, monolith]) deepStrictEqual(await ask(server, operation), data);
        await fetch(bare.url, { method: 'PUT', body: JSON.stringify({ data }) });
        const overHttp = { what: `${name}, subgraphs over HTTP`, server: gateway };
        const inOneProcess = { what: `${name}, in one process`, server: oneProcess };
        for (const [{ what, server }, against, other] of [
          [overHttp, 'Hive gateway', hive],
          [overHttp, 'bare HTTP server', bare],
          [inOneProcess, 'monolithic Apollo Server', monolith],
          [inOneProcess, 'bare HTTP server', bare],
        ] as const) {
          await compare(
            {
              what,
              against,
              unit: 'requests/s',
              sample: requestRate(server, operation, seconds),
              sampleAgainst: requestRate(other, operation, seconds),
            },
            { pairs: 5 },
          );
        }
      }
    }),
};
