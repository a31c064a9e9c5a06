import { GraphQLScalarType } from 'graphql';

/** `Int64`: only given, never taken. */
export const Int64Scalar = new GraphQLScalarType<number, number>({
  name: 'Int64',
  description: 'A whole number beyond 32 bits, within the 53 bits that JSON numbers carry exactly (số nguyên lớn).',
  serialize: (value) => value as number,
});
