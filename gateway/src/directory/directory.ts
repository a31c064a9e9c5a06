import {
  type FederatedSchemaOptions,
  type LocalSubgraph,
  NATION_ID,
  buildFederatedSchema,
  findOffice,
  findProvince,
  todayInVietnam,
} from '@thads/shared';
import { DefinitionResolver } from '../definitions/definition.resolver';
import { NationResolver, OfficeResolver, ProvinceResolver, nation } from './directory.resolvers';

/** Geography and the definitions of figures as a subgraph. It holds no data of its own and is never down while the gateway is up. */
export const directoryOptions: FederatedSchemaOptions = {
  resolvers: [NationResolver, ProvinceResolver, OfficeResolver, DefinitionResolver],
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
    // Which definitions are in force is all that ever changes.
    dataVersion: () => Promise.resolve(todayInVietnam()),
  };
}
