import { AsOf, type IsoDate, officeNumbered, readRecord } from '@thads/shared';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { CasesContext } from '../context';
import { OfficeReference } from '../references';
import type { OfficerEntity } from './officer.entity';
import { officerLifecycle } from './officer.lifecycle';
import { OfficerType } from './officer.type';

@Resolver(() => OfficerType)
export class OfficerResolver {
  @Query(() => OfficerType, {
    nullable: true,
    description: 'One officer by id; null when there is none (chấp hành viên).',
  })
  officer(
    @Arg('id', () => ID, { description: 'Identifier of the officer (mã chấp hành viên).' }) id: string,
    @AsOf() asOf: IsoDate | null | undefined,
    @Ctx() { loaders, journal }: CasesContext,
  ): Promise<OfficerEntity | null> {
    return readRecord(officerLifecycle, loaders.officer, journal, { id, asOf });
  }

  @FieldResolver(() => Boolean, { nullable: true, description: 'Whether in office at present (đang công tác).' })
  inOffice(@Root() officer: OfficerEntity): boolean {
    return officer.state === 'IN_OFFICE';
  }

  @FieldResolver(() => OfficeReference, {
    nullable: true,
    description: 'The office he or she works at (cơ quan công tác).',
  })
  office(@Root() officer: OfficerEntity): { id: string } {
    return { id: officeNumbered(officer.office).id };
  }
}
