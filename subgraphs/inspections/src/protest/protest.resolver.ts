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
import type { ProtestEntity } from './protest.entity';
import { protestLifecycle } from './protest.lifecycle';
import { ProtestOrder, protestList } from './protest.list';
import { ProtestConnection, ProtestFilter, ProtestType } from './protest.type';

@Resolver(() => ProtestType)
export class ProtestResolver {
  @Query(() => ProtestType, {
    nullable: true,
    description: 'One protest by id; null when there is none (một kháng nghị).',
  })
  protest(
    @Arg('id', () => ID, { description: 'Identifier of the protest (mã kháng nghị).' }) id: string,
    @AsOf() asOf: IsoDate | null | undefined,
    @Ctx() { loaders, journal }: InspectionsContext,
  ): Promise<ProtestEntity | null> {
    return readRecord(protestLifecycle, loaders.protest, journal, { id, asOf });
  }

  @Query(() => ProtestConnection, {
    description: 'Protests of the procuracy, by id unless told otherwise (danh sách kháng nghị).',
  })
  protests(
    @Arg('filter', () => ProtestFilter, { nullable: true, description: 'Conditions; none: all (điều kiện lọc).' })
    filter: ProtestFilter | null | undefined,
    @Arg('orderBy', () => ProtestOrder, { nullable: true, description: ORDER_BY })
    orderBy: ListOrder | null | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: InspectionsContext,
  ): Promise<Connection<ProtestEntity>> {
    return listPage(protestList, context.manager, { filter, orderBy, page });
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Received after the last day of the procuracy to protest; null when that is not known (quá hạn kháng nghị).',
  })
  lodgedLate(@Root() { receivedOn, lodgeBy }: ProtestEntity): boolean | null {
    return lodgeBy === null ? null : receivedOn > lodgeBy;
  }

  @FieldResolver(() => OfficeReference, {
    nullable: true,
    description: 'The office whose decision or act it is against (đơn vị bị kháng nghị).',
  })
  unit(@Root() { unit }: ProtestEntity): EntityReference {
    return { id: officeNumbered(unit).id };
  }

  @FieldResolver(() => CaseReference, {
    nullable: true,
    description: 'The case it is about; null when it is about none (việc thi hành án).',
  })
  case(@Root() { caseId }: ProtestEntity): EntityReference | null {
    return caseId === null ? null : { id: caseId };
  }

  @FieldResolver(() => OfficeReference, {
    nullable: true,
    description: 'The office that received it (cơ quan nhận kháng nghị).',
  })
  office(@Root() { office }: ProtestEntity): EntityReference {
    return { id: officeNumbered(office).id };
  }
}

@Resolver(() => CaseReference)
export class CaseProtestsResolver {
  @FieldResolver(() => [ProtestType], {
    nullable: true,
    description: 'Protests of the procuracy about this case, in the order of ids (kháng nghị liên quan).',
  })
  protests(@Root() { id }: EntityReference, @Ctx() context: InspectionsContext): Promise<ProtestEntity[]> {
    return context.loaders.protestsOfCase.load(id);
  }
}
