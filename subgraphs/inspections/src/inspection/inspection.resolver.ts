import {
  AsOf,
  type Connection,
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
import type { FindingEntity } from '../finding/finding.entity';
import { FindingType } from '../finding/finding.type';
import type { PlanEntity } from '../plan/plan.entity';
import { InspectionPlanType } from '../plan/plan.type';
import { OfficeReference } from '../references';
import type { InspectionEntity } from './inspection.entity';
import { inspectionLifecycle } from './inspection.lifecycle';
import { InspectionOrder, inspectionList } from './inspection.list';
import { InspectionConnection, InspectionFilter, InspectionType } from './inspection.type';

@Resolver(() => InspectionType)
export class InspectionResolver {
  @Query(() => InspectionType, {
    nullable: true,
    description: 'One inspection by id; null when there is none (một cuộc kiểm tra).',
  })
  inspection(
    @Arg('id', () => ID, { description: 'Identifier of the inspection (mã cuộc kiểm tra).' }) id: string,
    @AsOf() asOf: IsoDate | null | undefined,
    @Ctx() { loaders, journal }: InspectionsContext,
  ): Promise<InspectionEntity | null> {
    return readRecord(inspectionLifecycle, loaders.inspection, journal, { id, asOf });
  }

  @Query(() => InspectionConnection, {
    description: 'Inspections, by id unless told otherwise (danh sách cuộc kiểm tra).',
  })
  inspections(
    @Arg('filter', () => InspectionFilter, { nullable: true, description: 'Conditions; none: all (điều kiện lọc).' })
    filter: InspectionFilter | null | undefined,
    @Arg('orderBy', () => InspectionOrder, { nullable: true, description: ORDER_BY })
    orderBy: ListOrder | null | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: InspectionsContext,
  ): Promise<Connection<InspectionEntity>> {
    return listPage(inspectionList, context.manager, { filter, orderBy, page });
  }

  @FieldResolver(() => OfficeReference, {
    nullable: true,
    description: 'The office inspected (đơn vị được kiểm tra).',
  })
  unit(@Root() row: InspectionEntity): { id: string } {
    return { id: officeNumbered(row.unit).id };
  }

  @FieldResolver(() => OfficeReference, {
    nullable: true,
    description: 'The office that inspects (cơ quan kiểm tra).',
  })
  office(@Root() row: InspectionEntity): { id: string } {
    return { id: officeNumbered(row.office).id };
  }

  @FieldResolver(() => InspectionPlanType, {
    nullable: true,
    description: 'The yearly plan that provides for it, when it names one (kế hoạch kiểm tra).',
  })
  async plan(@Root() row: InspectionEntity, @Ctx() context: InspectionsContext): Promise<PlanEntity | null> {
    return row.planId === null ? null : context.loaders.plan.load(row.planId);
  }

  @FieldResolver(() => [FindingType], {
    nullable: true,
    description: 'What it found, in the order of ids (tồn tại, sai phạm được phát hiện).',
  })
  findings(@Root() row: InspectionEntity, @Ctx() context: InspectionsContext): Promise<FindingEntity[]> {
    return context.loaders.findingsOfInspection.load(row.id);
  }
}
