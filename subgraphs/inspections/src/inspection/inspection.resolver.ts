import {
  type Connection,
  PageArguments,
  inScope,
  keysetPage,
  officeNumbered,
  requireOffice,
  subjectId,
} from '@thads/shared';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { InspectionsContext } from '../context';
import type { FindingEntity } from '../finding/finding.entity';
import { FindingType } from '../finding/finding.type';
import { OfficeReference } from '../references';
import { InspectionEntity } from './inspection.entity';
import { InspectionConnection, InspectionFilter, InspectionType } from './inspection.type';

@Resolver(() => InspectionType)
export class InspectionResolver {
  @Query(() => InspectionType, {
    nullable: true,
    description: 'One inspection by id; null when there is none (một cuộc kiểm tra).',
  })
  inspection(
    @Arg('id', () => ID, { description: 'Identifier of the inspection (mã cuộc kiểm tra).' }) id: string,
    @Ctx() context: InspectionsContext,
  ): Promise<InspectionEntity | null> {
    return context.loaders.inspection.load(subjectId(id));
  }

  @Query(() => InspectionConnection, {
    description: 'Inspections in the order of their ids (danh sách cuộc kiểm tra).',
  })
  inspections(
    @Arg('filter', () => InspectionFilter, { nullable: true, description: 'Conditions; none: all (điều kiện lọc).' })
    filter: InspectionFilter | null | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: InspectionsContext,
  ): Promise<Connection<InspectionEntity>> {
    return keysetPage('inspections', context.manager.getRepository(InspectionEntity), page, (query) => {
      inScope(query, filter?.province, filter?.office);
      if (filter?.unit) query.andWhere('row.unit = :unit', { unit: requireOffice(filter.unit).number });
      if (filter?.states) query.andWhere('row.state = any(:states)', { states: filter.states });
      if (filter?.kind) query.andWhere('row.kind = :kind', { kind: filter.kind });
      if (filter?.theme) query.andWhere('row.theme = :theme', { theme: filter.theme });
      if (filter?.plannedForFrom) {
        query.andWhere('row.plannedFor >= :plannedForFrom', { plannedForFrom: filter.plannedForFrom });
      }
      if (filter?.plannedForThrough) {
        query.andWhere('row.plannedFor <= :plannedForThrough', { plannedForThrough: filter.plannedForThrough });
      }
      if (filter?.conductedFrom) {
        query.andWhere('row.conductedOn >= :conductedFrom', { conductedFrom: filter.conductedFrom });
      }
      if (filter?.conductedThrough) {
        query.andWhere('row.conductedOn <= :conductedThrough', { conductedThrough: filter.conductedThrough });
      }
      return query;
    });
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

  @FieldResolver(() => [FindingType], {
    nullable: true,
    description: 'What it found, in the order of ids (tồn tại, sai phạm được phát hiện).',
  })
  findings(@Root() row: InspectionEntity, @Ctx() context: InspectionsContext): Promise<FindingEntity[]> {
    return context.loaders.findingsOfInspection.load(row.id);
  }
}
