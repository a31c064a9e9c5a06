import type { ApolloGateway } from '@apollo/gateway';
import { StatisticsOperations } from './statistics-operations';

export interface SupergraphInUse {
  /** Another one with every supergraph: the same question may then have another answer. */
  readonly generation: number;
  readonly operations: StatisticsOperations;
}

/** To be called before the gateway is started; what it returns, after. */
export function followSupergraph(gateway: ApolloGateway): () => SupergraphInUse {
  let inUse: SupergraphInUse | undefined;
  gateway.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => {
    inUse = { generation: (inUse?.generation ?? 0) + 1, operations: new StatisticsOperations(coreSupergraphSdl) };
  });
  return () => inUse!;
}
