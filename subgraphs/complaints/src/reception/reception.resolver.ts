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
import { OfficeReference } from '../references';
import type { ReceptionEntity } from './reception.entity';
import { receptionLifecycle } from './reception.lifecycle';
import { ReceptionOrder, receptionList } from './reception.list';
import { ReceptionConnection, ReceptionFilter, ReceptionType } from './reception.type';

@Resolver(() => ReceptionType)
export class ReceptionResolver {
  @Query(() => ReceptionType, {
    nullable: true,
    description: 'One reception by id; null when there is none (một lần tiếp công dân).',
  })
  reception(
    @Arg('id', () => ID, { description: 'Identifier of the reception (mã lần tiếp).' }) id: string,
    @AsOf() asOf: IsoDate | null | undefined,
    @Ctx() { loaders, journal }: ComplaintsContext,
  ): Promise<ReceptionEntity | null> {
    return readRecord(receptionLifecycle, loaders.reception, journal, { id, asOf });
  }

  @Query(() => ReceptionConnection, {
    description: 'Receptions, by id unless told otherwise (danh sách lần tiếp công dân).',
  })
  receptions(
    @Arg('filter', () => ReceptionFilter, {
      nullable: true,
      description: 'Conditions; none: all receptions (điều kiện lọc).',
    })
    filter: ReceptionFilter | null | undefined,
    @Arg('orderBy', () => ReceptionOrder, { nullable: true, description: ORDER_BY })
    orderBy: ListOrder | null | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: ComplaintsContext,
  ): Promise<Connection<ReceptionEntity>> {
    return listPage(receptionList, context.manager, { filter, orderBy, page });
  }

  @FieldResolver(() => OfficeReference, { nullable: true, description: 'The office that held it (cơ quan tiếp).' })
  office(@Root() { office }: ReceptionEntity): EntityReference {
    return { id: officeNumbered(office).id };
  }
}
