import { Arg, Args, Ctx, Directive, Field, ID, InputType, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { AccessLogConditions, ShownAccessLogLine } from '../access/access-log-page';
import type { SubgraphContext } from '../subgraph/subgraph';
import { type Connection, PageArguments, connectionType } from './connection';
import { DateScalar, DateTimeScalar } from './scalars';

@ObjectType({
  description: 'A look at what is known of persons: who looked, at what, and why (một lượt truy cập dữ liệu cá nhân).',
  simpleResolvers: true,
})
@Directive('@shareable')
export class AccessLogEntry implements ShownAccessLogLine {
  @Field(() => Int, { description: 'Place in the log: 1, 2, 3 … without gaps (vị trí).' })
  position!: number;

  @Field(() => DateTimeScalar, { description: 'When, before anything was answered (thời điểm).' })
  at!: Date;

  @Field(() => String, { description: 'Who: the subject of the token (người truy cập).' })
  principal!: string;

  @Field(() => String, { description: 'In which role (vai trò).' })
  role!: string;

  @Field(() => String, { description: 'Name of the operation; empty for one without a name (tên thao tác).' })
  operation!: string;

  @Field(() => String, { description: 'Id of the request, as in its answer’s header (mã yêu cầu).' })
  requestId!: string;

  @Field(() => String, { description: 'Purpose: the legal article that was named (căn cứ pháp lý).' })
  article!: string;

  @Field(() => String, { description: 'Purpose: the file that it was for (hồ sơ).' })
  file!: string;

  @Field(() => String, { description: 'Address that the request came from (địa chỉ truy cập).' })
  origin!: string;

  @Field(() => [String], {
    description: 'What was looked at: type and id each, never what was seen (đối tượng được xem).',
  })
  subjects!: readonly string[];

  @Field(() => String, { description: 'Hash over it and every line before it, in hexadecimal digits (mã băm).' })
  hash!: string;
}

@InputType({ description: 'Conditions on the lines of an access log; all given ones hold (điều kiện lọc).' })
export class AccessLogFilter implements AccessLogConditions {
  @Field(() => String, { nullable: true, description: 'Who looked: the subject of the token (người truy cập).' })
  principal?: string | null;

  @Field(() => String, { nullable: true, description: 'In which role, e.g. COMPLAINT_HANDLER (vai trò).' })
  role?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'On this day of Vietnam’s or later (từ ngày).' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'On this day of Vietnam’s or earlier (đến ngày).' })
  through?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of what was looked at, or of what it belongs to, e.g. a case (mã đối tượng).',
  })
  subject?: string | null;
}

const AccessLogConnection = connectionType(
  AccessLogEntry,
  'AccessLog',
  'looks at what is known of persons (nhật ký truy cập)',
  {
    isShared: true,
  },
);

/** `casesAccessLog` and its like: who looked at which persons' data of a register. */
export function accessLogResolver(register: string): Function {
  @Resolver()
  class AccessLogResolver {
    @Query(() => AccessLogConnection, {
      name: `${register}AccessLog`,
      nullable: true,
      description:
        `Who looked at what is known of persons in the register of ${register}, oldest first. Reading it is a look ` +
        'itself: it takes a purpose and is logged (nhật ký truy cập dữ liệu cá nhân).',
    })
    accessLog(
      @Arg('filter', () => AccessLogFilter, {
        nullable: true,
        description: 'Conditions; none: every line (điều kiện lọc).',
      })
      filter: AccessLogFilter | null | undefined,
      @Args(() => PageArguments) page: PageArguments,
      @Ctx() { readAccessLog }: SubgraphContext,
    ): Promise<Connection<ShownAccessLogLine>> {
      return readAccessLog({ ...filter }, page);
    }
  }
  return AccessLogResolver;
}
