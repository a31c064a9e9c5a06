import {
  type FederatedSchemaOptions,
  type LocalSubgraph,
  NATION_ID,
  buildFederatedSchema,
  findOffice,
  findProvince,
} from '@thads/shared';
import { NationResolver, OfficeResolver, ProvinceResolver, nation } from './directory.resolvers';

/** Geography as a subgraph. It holds no data of its own and is never down while the gateway is up. */
export const directoryOptions: FederatedSchemaOptions = {
  resolvers: [NationResolver, ProvinceResolver, OfficeResolver],
  references: {
    Nation: ({ id }) => (id === NATION_ID ? nation : null),
    Province: ({ id }) => copyOf(findProvince(id)),
    Office: ({ id }) => copyOf(findOffice(id)),
  },
};

/** @apollo/subgraph marks what a reference resolves to with its type name. */
function copyOf<T extends object>(record: T | null): T | null {
  return record && { ...record };
}

export async function createDirectory(): Promise<LocalSubgraph & { checkReady(): Promise<void> }> {
  const { schema } = await buildFederatedSchema(directoryOptions);
  return {
    name: 'directory',
    schema,
    createContext: () => ({}),
    checkReady: () => Promise.resolve(),
    dataVersion: () => Promise.resolve('constant'),
  };
}
