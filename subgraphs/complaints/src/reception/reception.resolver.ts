import {
  type Connection,
  type EntityReference,
  PageArguments,
  inScope,
  keysetPage,
  officeNumbered,
  subjectId,
} from '@thads/shared';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { ComplaintsContext } from '../context';
import { OfficeReference } from '../references';
import { ReceptionEntity } from './reception.entity';
import { ReceptionConnection, ReceptionFilter, ReceptionType } from './reception.type';

@Resolver(() => ReceptionType)
export class ReceptionResolver {
  @Query(() => ReceptionType, {
    nullable: true,
    description: 'One reception by id; null when there is none (một lần tiếp công dân).',
  })
  reception(
    @Arg('id', () => ID, { description: 'Identifier of the reception (mã lần tiếp).' }) id: string,
    @Ctx() context: ComplaintsContext,
  ): Promise<ReceptionEntity | null> {
    return context.loaders.reception.load(subjectId(id));
  }

  @Query(() => ReceptionConnection, {
    description: 'Receptions in the order of their ids (danh sách lần tiếp công dân).',
  })
  receptions(
    @Arg('filter', () => ReceptionFilter, {
      nullable: true,
      description: 'Conditions; none: all receptions (điều kiện lọc).',
    })
    filter: ReceptionFilter | null | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: ComplaintsContext,
  ): Promise<Connection<ReceptionEntity>> {
    return keysetPage('receptions', context.manager.getRepository(ReceptionEntity), page, (query) => {
      const { receivedByHead, receivedFrom, receivedThrough } = filter ?? {};
      inScope(query, filter?.province, filter?.office);
      if (typeof receivedByHead === 'boolean') {
        query.andWhere('row.receivedByHead = :receivedByHead', { receivedByHead });
      }
      if (receivedFrom) query.andWhere('row.receivedOn >= :receivedFrom', { receivedFrom });
      if (receivedThrough) query.andWhere('row.receivedOn <= :receivedThrough', { receivedThrough });
      return query;
    });
  }

  @FieldResolver(() => OfficeReference, { nullable: true, description: 'The office that held it (cơ quan tiếp).' })
  office(@Root() { office }: ReceptionEntity): EntityReference {
    return { id: officeNumbered(office).id };
  }
}
