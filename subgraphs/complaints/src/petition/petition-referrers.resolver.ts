import { type EntityReference, checkPageSize } from '@thads/shared';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { ComplaintsContext } from '../context';
import { CaseReference, OfficerReference } from '../references';
import type { PetitionEntity } from './petition.entity';
import { PetitionType } from './petition.type';

@Resolver(() => CaseReference)
export class CasePetitionsResolver {
  @FieldResolver(() => [PetitionType], {
    nullable: true,
    description: 'Petitions about the case in the order of their ids, at most 1000 (đơn liên quan đến việc).',
  })
  petitions(@Root() { id }: EntityReference, @Ctx() context: ComplaintsContext): Promise<PetitionEntity[]> {
    return context.loaders.petitionsOfCase.load(id);
  }
}

@Resolver(() => OfficerReference)
export class OfficerPetitionsResolver {
  @FieldResolver(() => [PetitionType], {
    nullable: true,
    description: 'Petitions against the officer in the order of their ids (đơn khiếu nại, tố cáo chấp hành viên).',
  })
  async petitionsAgainst(
    @Root() { id }: EntityReference,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: 50,
      description: 'At most so many, 1 to 1000 (số lượng tối đa).',
    })
    first: number | null,
    @Ctx() context: ComplaintsContext,
  ): Promise<PetitionEntity[]> {
    const size = checkPageSize(first ?? 50);
    return (await context.loaders.petitionsAgainstOfficer.load(id)).slice(0, size);
  }
}
