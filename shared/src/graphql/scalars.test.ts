import { GraphQLInt, Kind, type ValueNode } from 'graphql';
import { DateScalar, VndScalar } from './scalars';

const int = (value: string): ValueNode => ({ kind: Kind.INT, value });
const text = (value: string): ValueNode => ({ kind: Kind.STRING, value });
const refused = expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } });

describe('VND', () => {
  test.each([0, 1, 647_000_000_000_000, Number.MAX_SAFE_INTEGER])('carries %d dong exactly, in and out', (dong) => {
    expect(VndScalar.parseValue(dong)).toBe(dong);
    expect(VndScalar.serialize(dong)).toBe(dong);
    expect(VndScalar.serialize(BigInt(dong))).toBe(dong);
    expect(VndScalar.parseLiteral(int(String(dong)))).toBe(dong);
  });

  test('carries what a GraphQL Int does not', () => {
    expect(() => GraphQLInt.serialize(647_000_000_000_000)).toThrow();
  });

  test.each([1.5, Number.MAX_SAFE_INTEGER + 1, Number.NaN, Infinity, '100', null, true, {}])('refuses %p', (value) => {
    expect(() => VndScalar.parseValue(value)).toThrow(refused);
    expect(() => VndScalar.serialize(value)).toThrow(refused);
  });

  test.each([text('100'), int('9007199254740993'), { kind: Kind.FLOAT, value: '1.5' } as ValueNode])(
    'refuses the literal %j',
    (literal) => expect(() => VndScalar.parseLiteral(literal)).toThrow(refused),
  );
});

describe('Date', () => {
  test('is a day in and out', () => {
    expect(DateScalar.parseValue('2025-06-30')).toBe('2025-06-30');
    expect(DateScalar.serialize('2025-06-30')).toBe('2025-06-30');
    expect(DateScalar.parseLiteral(text('2025-06-30'))).toBe('2025-06-30');
  });

  test.each(['2025-02-29', '30.06.2025', '2025-06-30T12:00:00Z', 20250630, null])('refuses %p', (value) => {
    expect(() => DateScalar.parseValue(value)).toThrow(refused);
  });

  test('refuses a literal that is no text', () => {
    expect(() => DateScalar.parseLiteral(int('20250630'))).toThrow(refused);
  });
});
