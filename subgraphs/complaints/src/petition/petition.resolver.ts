import {
  AsOf,
  type Connection,
  type EntityReference,
  type IsoDate,
  type ListOrder,
  ORDER_BY,
  PageArguments,
  VOID,
  listPage,
  officeNumbered,
  readRecord,
} from '@thads/shared';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { ComplaintsContext } from '../context';
import { CaseReference, OfficeReference, OfficerReference } from '../references';
import type { SenderEntity } from '../sender/sender.entity';
import { SenderType } from '../sender/sender.type';
import { competentAgency } from './petition.competence';
import type { PetitionEntity } from './petition.entity';
import { CompetenceLevel } from './petition.enums';
import { petitionLifecycle } from './petition.lifecycle';
import { PetitionOrder, petitionList } from './petition.list';
import { PetitionConnection, PetitionFilter, PetitionType } from './petition.type';

@Resolver(() => PetitionType)
export class PetitionResolver {
  @Query(() => PetitionType, { nullable: true, description: 'One petition by id; null when there is none (một đơn).' })
  petition(
    @Arg('id', () => ID, { description: 'Identifier of the petition (mã đơn).' }) id: string,
    @AsOf() asOf: IsoDate | null | undefined,
    @Ctx() { loaders, journal }: ComplaintsContext,
  ): Promise<PetitionEntity | null> {
    return readRecord(petitionLifecycle, loaders.petition, journal, { id, asOf });
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

  @FieldResolver(() => OfficerReference, {
    nullable: true,
    description: 'The officer in charge of it; null while none is (người được giao giải quyết đơn).',
  })
  handler(@Root() { handler }: PetitionEntity): EntityReference | null {
    return handler === null ? null : { id: handler };
  }

  @FieldResolver(() => SenderType, {
    nullable: true,
    description:
      'Who sent it; null: anonymous, or not stated. Of a denunciation, of a mixed letter and of its parts for the officer ' +
      'in charge alone: all others are told FORBIDDEN, whether there is one or not (người gửi đơn).',
  })
  sender(@Root() { id }: PetitionEntity, @Ctx() context: ComplaintsContext): Promise<SenderEntity | null> {
    return context.loaders.sender.load(id);
  }

  @FieldResolver(() => OfficeReference, { nullable: true, description: 'The office that received it (cơ quan nhận).' })
  office(@Root() { office }: PetitionEntity): EntityReference {
    return { id: officeNumbered(office).id };
  }

  @FieldResolver(() => OfficeReference, {
    nullable: true,
    description: 'The office that it was sent on to; null if none (cơ quan THADS nhận chuyển).',
  })
  toOffice(@Root() { toOffice }: PetitionEntity): EntityReference | null {
    return toOffice === null ? null : { id: toOffice };
  }

  @FieldResolver(() => CompetenceLevel, {
    description:
      'Whose head decides on it, derived from office, round and the day of acceptance or else of receipt (thẩm quyền giải quyết).',
  })
  competence(@Root() petition: PetitionEntity): CompetenceLevel {
    return competentAgency(petition, petition.acceptedOn ?? petition.receivedOn).level;
  }

  @FieldResolver(() => PetitionType, {
    nullable: true,
    description: 'Of a second round: the complaint of the first (đơn khiếu nại lần đầu).',
  })
  follows(
    @Root() { follows }: PetitionEntity,
    @Ctx() context: ComplaintsContext,
  ): Promise<PetitionEntity | null> | null {
    return follows === null ? null : context.loaders.petition.load(follows);
  }

  @FieldResolver(() => PetitionType, {
    nullable: true,
    description: 'The mixed letter that it was a part of; never of a denunciation (đơn gốc trước khi tách).',
  })
  splitFrom(
    @Root() { splitFrom }: PetitionEntity,
    @Ctx() context: ComplaintsContext,
  ): Promise<PetitionEntity | null> | null {
    return splitFrom === null ? null : context.loaders.petition.load(splitFrom);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Of the parts of a letter that was split, how many no petition names yet: they are counted nowhere until they are ' +
      'received; null: not split (số đơn được tách chưa tiếp nhận).',
  })
  async partsMissing(@Root() { id, parts }: PetitionEntity, @Ctx() context: ComplaintsContext): Promise<number | null> {
    if (parts === null) return null;
    const received = await context.loaders.petitionsSplitFrom.load(id);
    return Math.max(0, parts - received.filter(({ state }) => (state as string) !== VOID).length);
  }

  @FieldResolver(() => [PetitionType], {
    nullable: true,
    description:
      'Petitions that name the letter as theirs, in the order of their ids; no denunciations (các đơn được tách).',
  })
  splitInto(@Root() { id }: PetitionEntity, @Ctx() context: ComplaintsContext): Promise<PetitionEntity[]> {
    return context.loaders.petitionsSplitFrom.load(id);
  }
}
