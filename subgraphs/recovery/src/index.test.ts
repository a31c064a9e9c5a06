import { buildFederatedSchema } from '@thads/shared';
import { type GraphQLSchema, isNonNullType, isObjectType } from 'graphql';
import { recoverySubgraph } from './index';

describe('the subgraph of recovery', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = (await buildFederatedSchema(recoverySubgraph as never)).schema;
  });

  it.each([
    ['Nation', ['exemptionStatistics', 'recoveryStatistics', 'recoveryTrend']],
    ['Province', ['exemptionStatistics', 'recoveryStatistics', 'recoveryTrend']],
    ['Office', ['exemptionStatistics', 'recoveryStatistics', 'recoveryTrend']],
    ['Case', ['recovery']],
  ])('contributes to %s only what it knows of, which may be null', (name, contributed) => {
    const type = schema.getType(name);
    const { id, ...fields } = isObjectType(type) ? type.getFields() : {};
    expect(id).toBeDefined();
    expect(Object.keys(fields).sort()).toEqual(contributed);
    for (const field of Object.values(fields)) expect(isNonNullType(field.type)).toBe(false);
  });
});
