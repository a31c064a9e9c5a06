import { COMMON_FIELDS, EVENT_REVERSED, buildFederatedSchema, lifecycleByEventType } from '@thads/shared';
import { type GraphQLInputObjectType, type GraphQLSchema, isEnumType } from 'graphql';
import { recoverySubgraph } from '../index';
import { recoveryRegister } from '../register';
import { recoverySlots } from '../statistics/recovery.slots';

describe('the mutation of recovery', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = (await buildFederatedSchema(recoverySubgraph as never)).schema;
  });

  function valuesOf(name: string): string[] {
    const type = schema.getType(name);
    return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
  }

  it('takes exactly the events of the register', () => {
    expect(valuesOf('RecoveryEventType').sort()).toEqual(
      [...lifecycleByEventType(recoveryRegister).keys(), EVENT_REVERSED].sort(),
    );
  });

  it('has every field that an event of the register needs or takes, and no other', () => {
    const own = recoveryRegister.lifecycles
      .flatMap(({ transitions }) => transitions)
      .flatMap(({ requires = [], allows = [] }) => [...requires, ...allows]);
    const common = [...COMMON_FIELDS, 'reverses'];
    const fields = (schema.getType('RecoveryEventInput') as GraphQLInputObjectType).getFields();
    expect(Object.keys(fields).sort()).toEqual([...new Set([...own, ...common])].sort());
  });

  it('takes report lines for every slot', () => {
    expect(valuesOf('RecoverySlot').sort()).toEqual([...recoverySlots].sort());
  });
});
