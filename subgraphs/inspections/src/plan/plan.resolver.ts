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
import type { InspectionEntity } from '../inspection/inspection.entity';
import { InspectionType } from '../inspection/inspection.type';
import { OfficeReference } from '../references';
import type { PlanEntity } from './plan.entity';
import { planLifecycle } from './plan.lifecycle';
import { InspectionPlanOrder, planList } from './plan.list';
import { InspectionPlanConnection, InspectionPlanFilter, InspectionPlanType } from './plan.type';

@Resolver(() => InspectionPlanType)
export class InspectionPlanResolver {
  @Query(() => InspectionPlanType, {
    nullable: true,
    description: 'One yearly plan by id; null when there is none (một kế hoạch kiểm tra).',
  })
  inspectionPlan(
    @Arg('id', () => ID, { description: 'Identifier of the plan (mã kế hoạch).' }) id: string,
    @AsOf() asOf: IsoDate | null | undefined,
    @Ctx() { loaders, journal }: InspectionsContext,
  ): Promise<PlanEntity | null> {
    return readRecord(planLifecycle, loaders.plan, journal, { id, asOf });
  }

  @Query(() => InspectionPlanConnection, {
    description: 'Yearly plans of inspections, by id unless told otherwise (danh sách kế hoạch kiểm tra).',
  })
  inspectionPlans(
    @Arg('filter', () => InspectionPlanFilter, {
      nullable: true,
      description: 'Conditions; none: all (điều kiện lọc).',
    })
    filter: InspectionPlanFilter | null | undefined,
    @Arg('orderBy', () => InspectionPlanOrder, { nullable: true, description: ORDER_BY })
    orderBy: ListOrder | null | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: InspectionsContext,
  ): Promise<Connection<PlanEntity>> {
    return listPage(planList, context.manager, { filter, orderBy, page });
  }

  @FieldResolver(() => OfficeReference, {
    nullable: true,
    description: 'The office whose plan it is (cơ quan lập kế hoạch).',
  })
  office(@Root() { office }: PlanEntity): EntityReference {
    return { id: officeNumbered(office).id };
  }

  @FieldResolver(() => OfficeReference, {
    nullable: true,
    description: 'The office above that it was sent to; null before (cơ quan cấp trên nhận kế hoạch).',
  })
  sentTo(@Root() { sentTo }: PlanEntity): EntityReference | null {
    return sentTo === null ? null : { id: officeNumbered(sentTo).id };
  }

  @FieldResolver(() => [InspectionType], {
    nullable: true,
    description: 'The inspections that name it, in the order of ids (các cuộc kiểm tra theo kế hoạch).',
  })
  inspections(@Root() { id }: PlanEntity, @Ctx() context: InspectionsContext): Promise<InspectionEntity[]> {
    return context.loaders.inspectionsOfPlan.load(id);
  }
}
