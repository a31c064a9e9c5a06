/** What the mocked graph answers with: plausible values of the right form, the same for the same operation. */
import { findOffice, findProvince, officesOf, provincesOf } from '@thads/shared';
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';

/** Rows of a list, where no fewer are asked for. */
export const ROWS = 3;

type FieldMocks = Record<string, () => unknown>;

/** The values of one operation, in the order in which they are asked for. */
export class Values {
  private drawn = 0;

  constructor(private readonly schema: GraphQLSchema) {}

  /** From the first value again. */
  restart(): void {
    this.drawn = 0;
  }

  mocks(): Record<string, FieldMocks | (() => unknown)> {
    const types = Object.values(this.schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
    return Object.fromEntries(types.flatMap((type) => (isObjectType(type) ? [[type.name, this.fieldsOf(type)]] : [])));
  }

  private fieldsOf(type: GraphQLObjectType): FieldMocks {
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isMocked(field.type))
        .map((field) => [field.name, () => this.valueOf(type, field)]),
    );
  }

  private valueOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): unknown {
    if (!isListType(getNullableType(field.type))) return this.leaf(type.name, field);
    return rowsOf(ROWS, () => (isLeafType(getNamedType(field.type)) ? this.leaf(type.name, field) : {}));
  }

  private leaf(type: string, { name, type: of }: GraphQLField<unknown, unknown>): unknown {
    const named = getNamedType(of);
    if (isEnumType(named)) return this.oneOf(named.getValues()).value;
    if (type === 'PageInfo' && named.name === 'Boolean') return false;
    switch (named.name) {
      case 'Int':
        return 1 + this.below(500);
      case 'Float':
        return this.below(10_000) / 100;
      case 'VND':
      case 'Int64':
        return 1_000_000 * (1 + this.below(20_000));
      case 'Boolean':
        return this.below(2) === 1;
      case 'Date':
        return new Date(Date.UTC(2024, 0, 1 + this.below(366))).toISOString().slice(0, 10);
      case 'DateTime':
        return new Date(Date.UTC(2024, 0, 1 + this.below(366), this.below(24), this.below(60))).toISOString();
      case 'ID':
        return this.idOf(type, name);
      default:
        return name === 'nameVi' ? `Tên ${1 + this.below(500)}` : `${name} ${1 + this.below(500)}`;
    }
  }

  /** Ids of places are real ones, so that what is known of the places is theirs. */
  private idOf(type: string, field: string): string {
    if (type === 'Nation') return 'VN';
    if (type === 'Province') return this.oneOf(provincesOf('VN34')).id;
    const office = this.oneOf(officesOf(this.oneOf(provincesOf('VN34')))).id;
    if (type === 'Office') return office;
    return field === 'id' ? `${office}.MOCK-${1 + this.below(100_000)}` : `${field}-${1 + this.below(100_000)}`;
  }

  private oneOf<T>(all: readonly T[]): T {
    return all[this.below(all.length)]!;
  }

  /** The next value below a bound: Knuth's multiplicative hash of how many were drawn before. */
  private below(bound: number): number {
    this.drawn += 1;
    return (Math.imul(this.drawn, 2_654_435_761) >>> 8) % bound;
  }
}

/** Of a single object the library makes one up itself. */
function isMocked(type: GraphQLOutputType): boolean {
  return isLeafType(getNamedType(type)) || isListType(getNullableType(type));
}

export function rowsOf<T>(count: number, row: () => T): T[] {
  return Array.from({ length: count }, row);
}

interface Place {
  readonly find: (id: string) => Readonly<Record<string, unknown>> | null;
  readonly fields: readonly string[];
}

/** What is known of places without any register. */
export const PLACES: Readonly<Record<string, Place>> = {
  Province: { find: (id) => ({ ...findProvince(id) }), fields: ['code', 'name', 'nameVi', 'boundaries'] },
  Office: { find: (id) => ({ ...findOffice(id) }), fields: ['name', 'nameVi'] },
};
