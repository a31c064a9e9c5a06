import {
  AsOf,
  type Connection,
  type EntityReference,
  type IsoDate,
  type ListOrder,
  ORDER_BY,
  PageArguments,
  checkPageSize,
  listPage,
  officeNumbered,
  readRecord,
} from '@thads/shared';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { InspectionsContext } from '../context';
import type { InspectionEntity } from '../inspection/inspection.entity';
import { InspectionType } from '../inspection/inspection.type';
import { CaseReference, OfficeReference, OfficerReference } from '../references';
import type { DecidedConsequence, FindingEntity } from './finding.entity';
import { findingLifecycle } from './finding.lifecycle';
import { FindingOrder, findingList } from './finding.list';
import { DecidedConsequenceType, FindingConnection, FindingFilter, FindingType } from './finding.type';

@Resolver(() => FindingType)
export class FindingResolver {
  @Query(() => FindingType, {
    nullable: true,
    description: 'One finding by id; null when there is none (một tồn tại, sai phạm).',
  })
  finding(
    @Arg('id', () => ID, { description: 'Identifier of the finding (mã phát hiện).' }) id: string,
    @AsOf() asOf: IsoDate | null | undefined,
    @Ctx() { loaders, journal }: InspectionsContext,
  ): Promise<FindingEntity | null> {
    return readRecord(findingLifecycle, loaders.finding, journal, { id, asOf });
  }

  @Query(() => FindingConnection, {
    description: 'Findings, by id unless told otherwise (danh sách tồn tại, sai phạm).',
  })
  findings(
    @Arg('filter', () => FindingFilter, { nullable: true, description: 'Conditions; none: all (điều kiện lọc).' })
    filter: FindingFilter | null | undefined,
    @Arg('orderBy', () => FindingOrder, { nullable: true, description: ORDER_BY })
    orderBy: ListOrder | null | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: InspectionsContext,
  ): Promise<Connection<FindingEntity>> {
    return listPage(findingList, context.manager, { filter, orderBy, page });
  }

  @FieldResolver(() => InspectionType, { nullable: true, description: 'The inspection it is from (cuộc kiểm tra).' })
  inspection(@Root() row: FindingEntity, @Ctx() context: InspectionsContext): Promise<InspectionEntity | null> {
    return context.loaders.inspection.load(row.inspectionId);
  }

  @FieldResolver(() => OfficeReference, {
    nullable: true,
    description: 'The office it is about; null when not stated (đơn vị có thiếu sót, vi phạm).',
  })
  unit(@Root() { unit }: FindingEntity): EntityReference | null {
    return unit === null ? null : { id: officeNumbered(unit).id };
  }

  @FieldResolver(() => OfficerReference, {
    nullable: true,
    description: 'The officer it is about; null when it is about none (chấp hành viên có thiếu sót, vi phạm).',
  })
  officer(@Root() { againstOfficer }: FindingEntity): EntityReference | null {
    return againstOfficer === null ? null : { id: againstOfficer };
  }

  @FieldResolver(() => CaseReference, {
    nullable: true,
    description: 'The case it is about; null when it is about none (việc thi hành án).',
  })
  case(@Root() { caseId }: FindingEntity): EntityReference | null {
    return caseId === null ? null : { id: caseId };
  }

  @FieldResolver(() => OfficeReference, {
    nullable: true,
    description: 'The office that inspected (cơ quan kiểm tra).',
  })
  office(@Root() { office }: FindingEntity): EntityReference {
    return { id: officeNumbered(office).id };
  }
}

@Resolver(() => DecidedConsequenceType)
export class DecidedConsequenceResolver {
  @FieldResolver(() => OfficerReference, {
    nullable: true,
    description: 'Whom it is for; null when it is for the unit (người bị xử lý).',
  })
  officer(@Root() { officer }: DecidedConsequence): EntityReference | null {
    return officer === null ? null : { id: officer };
  }
}

@Resolver(() => CaseReference)
export class CaseFindingsResolver {
  @FieldResolver(() => [FindingType], {
    nullable: true,
    description: 'Findings of inspections about this case, in the order of ids (tồn tại, sai phạm liên quan).',
  })
  findings(@Root() { id }: EntityReference, @Ctx() context: InspectionsContext): Promise<FindingEntity[]> {
    return context.loaders.findingsOfCase.load(id);
  }
}

@Resolver(() => OfficerReference)
export class OfficerFindingsResolver {
  @FieldResolver(() => [FindingType], {
    nullable: true,
    description: 'Findings of inspections about this officer, in the order of ids (tồn tại, sai phạm của cá nhân).',
  })
  async findings(
    @Root() { id }: EntityReference,
    @Arg('first', () => Int, { defaultValue: 50, nullable: true, description: 'At most so many, 1 to 1000 (số dòng).' })
    first: number | null,
    @Ctx() context: InspectionsContext,
  ): Promise<FindingEntity[]> {
    const size = checkPageSize(first ?? 50);
    return (await context.loaders.findingsAgainstOfficer.load(id)).slice(0, size);
  }
}
