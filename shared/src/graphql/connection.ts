import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';

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

/** What is a function is worked out only when it is selected. */
export interface Connection<T> {
  readonly nodes: readonly T[];
  readonly edges: () => readonly Edge<T>[];
  readonly pageInfo: PageInfo;
  readonly totalCount: () => Promise<number>;
}

/** A page of rows that were read with one more than the page has. */
export function pageOf<T>(
  rows: readonly T[],
  size: number,
  after: string | null | undefined,
  cursorOf: (node: T) => string,
  totalCount: () => Promise<number>,
): Connection<T> {
  const nodes = rows.slice(0, size);
  return {
    nodes,
    edges: () => nodes.map((node) => ({ node, cursor: cursorOf(node) })),
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: after !== null && after !== undefined,
      startCursor: nodes.length > 0 ? cursorOf(nodes[0]!) : null,
      endCursor: nodes.length > 0 ? cursorOf(nodes.at(-1)!) : null,
    },
    totalCount,
  };
}

/** The Relay connection type of a node type; `isShared` where several subgraphs have it alike. */
export function connectionType<T extends object>(
  node: ClassType<T>,
  name: string,
  meaning: string,
  { isShared = false }: { readonly isShared?: boolean } = {},
): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, {
    description: `A row of ${name}Connection with its cursor (dòng của danh sách).`,
    simpleResolvers: true,
  })
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
    edges!: () => readonly Edge<T>[];

    @Field(() => PageInfo, { description: 'Whether more follow, and from where (thông tin trang).' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'Rows of the whole list; counted only when asked for (tổng số dòng).' })
    totalCount!: () => Promise<number>;
  }
  if (isShared) for (const type of [EdgeType, ConnectionType]) Directive('@shareable')(type);
  return ConnectionType as unknown as ClassType<Connection<T>>;
}
