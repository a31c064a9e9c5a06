import {
  type Connection,
  type EntityReference,
  type ListOrder,
  ORDER_BY,
  PageArguments,
  listPage,
  officeNumbered,
  subjectId,
} from '@thads/shared';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { ComplaintsContext } from '../context';
import { CaseReference, OfficeReference, OfficerReference } from '../references';
import type { PetitionEntity } from './petition.entity';
import { PetitionOrder, petitionList } from './petition.list';
import { PetitionConnection, PetitionFilter, PetitionType } from './petition.type';

@Resolver(() => PetitionType)
export class PetitionResolver {
  @Query(() => PetitionType, { nullable: true, description: 'One petition by id; null when there is none (một đơn).' })
  petition(
    @Arg('id', () => ID, { description: 'Identifier of the petition (mã đơn).' }) id: string,
    @Ctx() context: ComplaintsContext,
  ): Promise<PetitionEntity | null> {
    return context.loaders.petition.load(subjectId(id));
  }

  @Query(() => PetitionConnection, { description: 'Petitions, by id unless told otherwise (danh sách đơn).' })
  petitions(
    @Arg('filter', () => PetitionFilter, {
      nullable: true,
      description: 'Conditions; none: all petitions (điều kiện lọc).',
    })
    filter: PetitionFilter | null | undefined,
    @Arg('orderBy', () => PetitionOrder, { nullable: true, description: ORDER_BY })
    orderBy: ListOrder | null | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: ComplaintsContext,
  ): Promise<Connection<PetitionEntity>> {
    return listPage(petitionList, context.manager, { filter, orderBy, page });
  }

  @FieldResolver(() => CaseReference, { nullable: true, description: 'The case that it is about (việc thi hành án).' })
  case(@Root() { caseId }: PetitionEntity): EntityReference | null {
    return caseId === null ? null : { id: caseId };
  }

  @FieldResolver(() => OfficerReference, {
    nullable: true,
    description: 'The officer that it is directed against (chấp hành viên bị khiếu nại, tố cáo).',
  })
  againstOfficer(@Root() { againstOfficer }: PetitionEntity): EntityReference | null {
    return againstOfficer === null ? null : { id: againstOfficer };
  }

  @FieldResolver(() => OfficeReference, { nullable: true, description: 'The office that received it (cơ quan nhận).' })
  office(@Root() { office }: PetitionEntity): EntityReference {
    return { id: officeNumbered(office).id };
  }
}
