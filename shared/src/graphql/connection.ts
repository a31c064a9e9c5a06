import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import type { ObjectLiteral, Repository, SelectQueryBuilder } from 'typeorm';
import { requireOffice, requireProvince } from '../geography/geography';
import { type KeysetPosition, checkPageSize, decodeCursor, encodeCursor } from './cursor';

@ObjectType({ description: 'Where a page ends and whether more follow (Relay).', simpleResolvers: true })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean, { description: 'True when a further page follows (còn trang sau).' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'True when the page was asked for after a cursor (có trang trước).' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the first row; null for an empty page (con trỏ đầu).',
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Cursor of the last row, to be given as "after" for the next page; null for an empty page (con trỏ cuối).',
  })
  endCursor!: string | null;
}

@ArgsType()
export class PageArguments {
  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'Rows a page, 1 to 1000 (số dòng mỗi trang).' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before (con trỏ trang trước).' })
  after?: string | null;
}

export interface Edge<T> {
  readonly node: T;
  readonly cursor: string;
}

export interface Connection<T> {
  readonly nodes: readonly T[];
  readonly edges: readonly Edge<T>[];
  readonly pageInfo: PageInfo;
  readonly totalCount: () => Promise<number>;
}

/** The Relay connection type of a node type. */
export function connectionType<T extends object>(
  node: ClassType<T>,
  name: string,
  meaning: string,
): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `A row of ${name}Connection with its cursor.`, simpleResolvers: true })
  class EdgeType implements Edge<T> {
    @Field(() => node, { description: `The row: ${meaning}.` })
    node!: T;

    @Field(() => String, { description: 'The place of this row in the list (con trỏ).' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list: ${meaning}.`, simpleResolvers: true })
  class ConnectionType {
    @Field(() => [node], { description: 'The rows of the page (các dòng).' })
    nodes!: readonly T[];

    @Field(() => [EdgeType], { description: 'The rows of the page, each with its cursor (các cạnh).' })
    edges!: readonly Edge<T>[];

    @Field(() => PageInfo, { description: 'Whether more follow, and from where (thông tin trang).' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'Rows of the whole list; counted only when asked for (tổng số dòng).' })
    totalCount!: () => Promise<number>;
  }
  return ConnectionType as unknown as ClassType<Connection<T>>;
}

/**
 * One page in key order, by keyset: the cost of a page does not depend on how far into the list it is.
 * `restrict` adds the list's conditions; the alias is `row`. Errors: `BAD_USER_INPUT` for page size and cursor.
 */
export async function keysetPage<T extends ObjectLiteral & KeysetPosition>(
  list: string,
  repository: Repository<T>,
  { first, after }: PageArguments,
  restrict: (query: SelectQueryBuilder<T>) => SelectQueryBuilder<T>,
): Promise<Connection<T>> {
  const size = checkPageSize(first ?? 50);
  const query = restrict(repository.createQueryBuilder('row'));
  if (after !== null && after !== undefined) {
    query.andWhere('(row.territory, row.id) > (:afterTerritory, :afterId)', {
      afterTerritory: decodeCursor(list, after).territory,
      afterId: decodeCursor(list, after).id,
    });
  }
  const rows = await query
    .orderBy('row.territory')
    .addOrderBy('row.id')
    .limit(size + 1)
    .getMany();
  const nodes = rows.slice(0, size);
  const edges = nodes.map((node) => ({ node, cursor: encodeCursor(list, node) }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: after !== null && after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: () => restrict(repository.createQueryBuilder('row')).getCount(),
  };
}

/** Restricts a list to a province of either boundaries and to an office. Errors: `BAD_USER_INPUT` for unknown ids. */
export function inScope<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  province: string | null | undefined,
  office: string | null | undefined,
): void {
  if (province)
    query.andWhere('row.territory = any(:territories)', { territories: requireProvince(province).territories });
  if (office) {
    const { territory, number } = requireOffice(office);
    query.andWhere('row.territory = :officeTerritory and row.office = :office', {
      officeTerritory: territory,
      office: number,
    });
  }
}
