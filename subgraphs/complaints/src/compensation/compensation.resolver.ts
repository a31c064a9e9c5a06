import {
  AsOf,
  type Connection,
  type EntityReference,
  type IsoDate,
  type ListOrder,
  ORDER_BY,
  PageArguments,
  listPage,
  officeNumbered,
  readRecord,
} from '@thads/shared';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { ComplaintsContext } from '../context';
import { CaseReference, OfficeReference, OfficerReference } from '../references';
import type { CompensationEntity } from './compensation.entity';
import { compensationLifecycle } from './compensation.lifecycle';
import { CompensationOrder, compensationList } from './compensation.list';
import { CompensationConnection, CompensationFilter, CompensationType } from './compensation.type';

@Resolver(() => CompensationType)
export class CompensationResolver {
  @Query(() => CompensationType, {
    nullable: true,
    description: 'One request for state compensation by id; null when there is none (một yêu cầu bồi thường).',
  })
  compensation(
    @Arg('id', () => ID, { description: 'Identifier of the request (mã yêu cầu).' }) id: string,
    @AsOf() asOf: IsoDate | null | undefined,
    @Ctx() { loaders, journal }: ComplaintsContext,
  ): Promise<CompensationEntity | null> {
    return readRecord(compensationLifecycle, loaders.compensation, journal, { id, asOf });
  }

  @Query(() => CompensationConnection, {
    description: 'Requests for state compensation, by id unless told otherwise (danh sách yêu cầu bồi thường).',
  })
  compensations(
    @Arg('filter', () => CompensationFilter, {
      nullable: true,
      description: 'Conditions; none: all requests (điều kiện lọc).',
    })
    filter: CompensationFilter | null | undefined,
    @Arg('orderBy', () => CompensationOrder, { nullable: true, description: ORDER_BY })
    orderBy: ListOrder | null | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: ComplaintsContext,
  ): Promise<Connection<CompensationEntity>> {
    return listPage(compensationList, context.manager, { filter, orderBy, page });
  }

  @FieldResolver(() => CaseReference, {
    nullable: true,
    description: 'The case in which the damage was done (việc thi hành án).',
  })
  case(@Root() { caseId }: CompensationEntity): EntityReference | null {
    return caseId === null ? null : { id: caseId };
  }

  @FieldResolver(() => OfficerReference, {
    nullable: true,
    description: 'The officer whose act is said to have done it (người thi hành công vụ gây thiệt hại).',
  })
  causedBy(@Root() { causedBy }: CompensationEntity): EntityReference | null {
    return causedBy === null ? null : { id: causedBy };
  }

  @FieldResolver(() => OfficeReference, {
    nullable: true,
    description: 'The office that settles it (cơ quan giải quyết bồi thường).',
  })
  office(@Root() { office }: CompensationEntity): EntityReference {
    return { id: officeNumbered(office).id };
  }
}
