import {
  AS_OF,
  Boundaries,
  CaseOverlay,
  type Connection,
  DateScalar,
  type ListOrder,
  ORDER_BY,
  PageArguments,
  VndScalar,
  listPage,
  officeNumbered,
  overlayNames,
  provinceOfTerritory,
  stateOn,
  subjectId,
} from '@thads/shared';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { CoercionType } from '../coercion/coercion.type';
import type { CoercionEntity } from '../coercion/coercion.entity';
import type { CasesContext } from '../context';
import { OfficerType } from '../officer/officer.type';
import type { OfficerEntity } from '../officer/officer.entity';
import type { PartyEntity } from '../party/party.entity';
import { standingParties } from '../party/party.guards';
import { PartyType } from '../party/party.type';
import { OfficeReference, ProvinceReference } from '../references';
import type { CaseEntity } from './case.entity';
import { caseLifecycle } from './case.lifecycle';
import { outstandingOf } from './case.money';
import { CaseOrder, caseList } from './case.list';
import { CaseConnection, CaseFilter, CaseType } from './case.type';

@Resolver(() => CaseType)
export class CaseResolver {
  @Query(() => CaseType, {
    nullable: true,
    description: 'One case by id; null when there is none (một việc thi hành án).',
  })
  case(
    @Arg('id', () => ID, { description: 'Identifier of the case (mã việc).' }) id: string,
    @Arg('asOf', () => DateScalar, { nullable: true, description: AS_OF }) asOf: string | null | undefined,
    @Ctx() { loaders, journal }: CasesContext,
  ): Promise<CaseEntity | null> {
    return asOf ? stateOn(journal, caseLifecycle, subjectId(id), asOf) : loaders.case.load(subjectId(id));
  }

  @Query(() => CaseConnection, { description: 'Cases, by id unless told otherwise (danh sách việc thi hành án).' })
  cases(
    @Arg('filter', () => CaseFilter, { nullable: true, description: 'Conditions; none: all cases (điều kiện lọc).' })
    filter: CaseFilter | null | undefined,
    @Arg('orderBy', () => CaseOrder, { nullable: true, description: ORDER_BY }) orderBy: ListOrder | null | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: CasesContext,
  ): Promise<Connection<CaseEntity>> {
    return listPage(caseList, context.manager, { filter, orderBy, page });
  }

  @FieldResolver(() => [CaseOverlay], {
    nullable: true,
    description: 'Special categories it falls in (loại án đặc thù).',
  })
  overlays(@Root() row: CaseEntity): CaseOverlay[] {
    return overlayNames(row.overlays);
  }

  @FieldResolver(() => VndScalar, {
    nullable: true,
    description: 'Amount not yet enforced (số tiền còn phải thi hành).',
  })
  outstanding(@Root() row: CaseEntity): number {
    return outstandingOf(row);
  }

  @FieldResolver(() => OfficeReference, {
    nullable: true,
    description: 'The office that enforces it (cơ quan thi hành).',
  })
  office(@Root() row: CaseEntity): { id: string } {
    return { id: officeNumbered(row.office).id };
  }

  @FieldResolver(() => ProvinceReference, { nullable: true, description: 'The province of the office (tỉnh).' })
  province(
    @Arg('boundaries', () => Boundaries, {
      nullable: true,
      defaultValue: 'VN34',
      description: 'In the boundaries of 2025 or the older ones (địa giới).',
    })
    boundaries: Boundaries | null,
    @Root() row: CaseEntity,
  ): { id: string } | null {
    return provinceOfTerritory(row.territory, boundaries ?? 'VN34');
  }

  @FieldResolver(() => OfficerType, {
    nullable: true,
    description: 'The officer in charge; null while none is (chấp hành viên).',
  })
  async officer(@Root() row: CaseEntity, @Ctx() context: CasesContext): Promise<OfficerEntity | null> {
    return row.officer === null ? null : context.loaders.officer.load(row.officer);
  }

  @FieldResolver(() => [CoercionType], {
    nullable: true,
    description: 'Coercion decisions, oldest first (quyết định cưỡng chế).',
  })
  async coercions(@Root() row: CaseEntity, @Ctx() context: CasesContext): Promise<CoercionEntity[]> {
    // A case that is asked for as it stood on a day has only those that it had then.
    return (await context.loaders.coercionsOfCase.load(row.id)).slice(0, row.coercions);
  }

  @FieldResolver(() => [PartyType], {
    nullable: true,
    description: 'Its parties, in the order they were stated (các đương sự).',
  })
  async parties(@Root() row: CaseEntity, @Ctx() context: CasesContext): Promise<PartyEntity[]> {
    const standing = new Set(standingParties(row));
    return (await context.loaders.partiesOfCase.load(row.id)).filter(({ number }) => standing.has(number));
  }
}
