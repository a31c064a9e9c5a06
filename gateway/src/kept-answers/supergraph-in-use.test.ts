import type { ApolloGateway } from '@apollo/gateway';
import { readFileSync } from 'node:fs';
import { SUPERGRAPH_FILE } from '../supergraph-file';
import { followSupergraph } from './supergraph-in-use';

it('a new supergraph makes another generation of answers, of its own operations', () => {
  const supergraph = readFileSync(SUPERGRAPH_FILE, 'utf8');
  let load: (schema: { coreSupergraphSdl: string }) => void = () => undefined;
  const inUse = followSupergraph({
    onSchemaLoadOrUpdate: (listener: typeof load) => (load = listener),
  } as unknown as ApolloGateway);

  load({ coreSupergraphSdl: supergraph });
  const before = inUse();
  expect(before.operations.subgraphsOf('{ nation { motto } }')).toBeNull();
  load({ coreSupergraphSdl: supergraph.replace(/^type Nation[^{]*\{/m, (head) => `${head}\n  motto: String`) });
  expect(inUse().generation).not.toBe(before.generation);
  expect(inUse().operations.subgraphsOf('{ nation { motto } }')).toEqual(['directory']);
});
