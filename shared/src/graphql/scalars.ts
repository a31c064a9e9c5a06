import { GraphQLScalarType, Kind } from 'graphql';
import { type IsoDate, parseIsoDate } from '../calendar/date';
import { badInput } from '../errors';

/** `Date`: a calendar day. */
export const DateScalar = new GraphQLScalarType<IsoDate, string>({
  name: 'Date',
  description: 'A calendar day as YYYY-MM-DD, e.g. 2025-06-30 (ngày). No time of day, no time zone.',
  serialize: (value) => parseIsoDate(value, 'Date'),
  parseValue: (value) => parseIsoDate(value, 'Date'),
  parseLiteral: (node) => parseIsoDate(node.kind === Kind.STRING ? node.value : null, 'Date'),
});

/** `DateTime`: a moment. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment in UTC as ISO 8601, e.g. 2025-06-30T08:15:00.000Z (thời điểm).',
  serialize: (value) => (value as Date).toISOString(),
});

/** `VND`: whole dong as a JSON integer; beyond 32 bits, within the 53 bits that JSON numbers carry exactly. */
export const VndScalar = new GraphQLScalarType<number, number>({
  name: 'VND',
  description:
    'An amount of money in whole Vietnamese dong, as a JSON integer (số tiền, đồng). Larger than a 32-bit Int, always ' +
    'within the range that JSON numbers carry exactly.',
  serialize: (value) => wholeDong(typeof value === 'bigint' ? Number(value) : value),
  parseValue: wholeDong,
  parseLiteral: (node) => wholeDong(node.kind === Kind.INT ? Number(node.value) : null),
});

function wholeDong(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw badInput(
    `VND: ${JSON.stringify(value)} is not an amount; write whole dong as an integer, at most 9007199254740991.`,
  );
}
