import { buildFederatedSchema } from '@thads/shared';
import { type GraphQLSchema, isNonNullType, isObjectType } from 'graphql';
import { recoverySubgraph } from './index';

describe('the subgraph of recovery', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = (await buildFederatedSchema(recoverySubgraph as never)).schema;
  });

  it.each([
    ['Nation', 'recoveryStatistics'],
    ['Province', 'recoveryStatistics'],
    ['Office', 'recoveryStatistics'],
    ['Case', 'recovery'],
  ])('contributes to %s the one field %s, which may be null', (name, field) => {
    const type = schema.getType(name);
    const fields = isObjectType(type) ? type.getFields() : {};
    expect(Object.keys(fields).sort()).toEqual(['id', field]);
    expect(isNonNullType(fields[field]!.type)).toBe(false);
  });
});
