import { deepStrictEqual } from 'node:assert';
import type { Bench } from './bench';
import { startGateway, startSubgraphs } from './graph';
import { ask, requestRate } from './load-generator';
import { timed } from './measure';
import { type Operation, caseList, casePage, postGraphileCaseList, postGraphileCasePage } from './operations';
import { startPostGraphile } from './peers';
import { startEntry } from './process';
import { whileRunning } from './running';

const idsOf = (nodes: readonly Record<string, string>[]): string[] => nodes.map(({ id, rowId }) => (id ?? rowId)!);

export const lists: Bench = {
  about:
    'Lists through the gateway with the subgraphs over HTTP, against PostGraphile on the same tables (one process, same ' +
    'rows checked) and against plain keyset SQL through `pg` to `JSON.stringify` over `node:http` (same JSON checked). ' +
    'Milliseconds are of one request after the other, requests/s with 16 connections.',
  data: 'first',
  run: ({ databases: [database], seconds, compare }) =>
    whileRunning(async (keep) => {
      const gateway = await keep(startGateway(await startSubgraphs(keep, database)));
      const postGraphile = await keep(startPostGraphile(database));
      const keyset = await keep(startEntry('bench/src/servers/keyset.main.ts', { DATABASE_URL: database.adminUrl }));
      const wanted: [string, Operation, Operation, Operation][] = [
        ['100 cases with petitions and recovery', caseList, postGraphileCaseList, { query: 'list' }],
        ['page of 1,000 cases', casePage, postGraphileCasePage, { query: 'page' }],
      ];
      for (const [what, own, postGraphileOperation, keysetOperation] of wanted) {
        const { cases } = await ask(gateway, own);
        const { allEnforcementCases } = await ask(postGraphile, postGraphileOperation);
        deepStrictEqual(idsOf(cases.nodes), idsOf(allEnforcementCases.nodes));
        deepStrictEqual({ nodes: cases.nodes }, await ask(keyset, keysetOperation));
        const others = [
          ['PostGraphile', postGraphile, postGraphileOperation],
          ['keyset SQL to JSON', keyset, keysetOperation],
        ] as const;
        for (const [against, server, operation] of others) {
          await compare({
            what,
            against,
            unit: 'ms',
            sample: timed(() => ask(gateway, own)),
            sampleAgainst: timed(() => ask(server, operation)),
          });
          await compare(
            {
              what,
              against,
              unit: 'requests/s',
              sample: requestRate(gateway, own, seconds),
              sampleAgainst: requestRate(server, operation, seconds),
            },
            { pairs: 5 },
          );
        }
      }
    }),
};
