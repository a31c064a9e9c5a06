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
import type { InspectionsContext } from '../context';
import { CaseReference, OfficeReference } from '../references';
import type { SupervisionEntity } from './supervision.entity';
import { supervisionLifecycle } from './supervision.lifecycle';
import { SupervisionOrder, supervisionList } from './supervision.list';
import { SupervisionConnection, SupervisionFilter, SupervisionType } from './supervision.type';

@Resolver(() => SupervisionType)
export class SupervisionResolver {
  @Query(() => SupervisionType, {
    nullable: true,
    description: 'One supervision from outside by id; null when there is none (một cuộc giám sát, kiểm sát).',
  })
  supervision(
    @Arg('id', () => ID, { description: 'Identifier of the supervision (mã cuộc giám sát, kiểm sát).' }) id: string,
    @AsOf() asOf: IsoDate | null | undefined,
    @Ctx() { loaders, journal }: InspectionsContext,
  ): Promise<SupervisionEntity | null> {
    return readRecord(supervisionLifecycle, loaders.supervision, journal, { id, asOf });
  }

  @Query(() => SupervisionConnection, {
    description: 'Supervisions from outside, by id unless told otherwise (danh sách cuộc giám sát, kiểm sát).',
  })
  supervisions(
    @Arg('filter', () => SupervisionFilter, { nullable: true, description: 'Conditions; none: all (điều kiện lọc).' })
    filter: SupervisionFilter | null | undefined,
    @Arg('orderBy', () => SupervisionOrder, { nullable: true, description: ORDER_BY })
    orderBy: ListOrder | null | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: InspectionsContext,
  ): Promise<Connection<SupervisionEntity>> {
    return listPage(supervisionList, context.manager, { filter, orderBy, page });
  }

  @FieldResolver(() => [OfficeReference], {
    nullable: true,
    description: 'The offices supervised (các đơn vị được giám sát, kiểm sát).',
  })
  units(@Root() { units }: SupervisionEntity): EntityReference[] {
    return units.map((id) => ({ id }));
  }

  @FieldResolver(() => CaseReference, {
    nullable: true,
    description: 'The case it is about; null when it is about none (việc thi hành án).',
  })
  case(@Root() { caseId }: SupervisionEntity): EntityReference | null {
    return caseId === null ? null : { id: caseId };
  }

  @FieldResolver(() => OfficeReference, {
    nullable: true,
    description: 'The office that keeps the record (cơ quan ghi nhận).',
  })
  office(@Root() { office }: SupervisionEntity): EntityReference {
    return { id: officeNumbered(office).id };
  }
}
