import {
  CaseOverlay,
  type Connection,
  type ListOrder,
  ORDER_BY,
  PageArguments,
  VndScalar,
  listPage,
  officeNumbered,
  overlayNames,
  subjectId,
} from '@thads/shared';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { RecoveryContext } from '../context';
import type { DistributionEntity } from '../distribution/distribution.entity';
import { DistributionType } from '../distribution/distribution.type';
import type { ReceiptEntity } from '../receipt/receipt.entity';
import { ReceiptType } from '../receipt/receipt.type';
import { CaseReference, OfficeReference } from '../references';
import { heldOf, outstandingOf } from './obligation.amounts';
import type { ObligationEntity } from './obligation.entity';
import { ObligationOrder, obligationList } from './obligation.list';
import { ObligationConnection, ObligationFilter, ObligationType } from './obligation.type';

@Resolver(() => ObligationType)
export class ObligationResolver {
  @Query(() => ObligationType, {
    nullable: true,
    description: 'One obligation; null when there is none (một khoản phải thi hành).',
  })
  obligation(
    @Arg('id', () => ID, { description: 'Identifier (mã khoản phải thi hành).' }) id: string,
    @Ctx() context: RecoveryContext,
  ): Promise<ObligationEntity | null> {
    return context.loaders.obligation.load(subjectId(id));
  }

  @Query(() => ObligationConnection, {
    description: 'Obligations, by id unless told otherwise (danh sách khoản phải thi hành).',
  })
  obligations(
    @Arg('filter', () => ObligationFilter, { nullable: true, description: 'Conditions; none: all (điều kiện lọc).' })
    filter: ObligationFilter | null | undefined,
    @Arg('orderBy', () => ObligationOrder, { nullable: true, description: ORDER_BY })
    orderBy: ListOrder | null | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: RecoveryContext,
  ): Promise<Connection<ObligationEntity>> {
    return listPage(obligationList, context.manager, { filter, orderBy, page });
  }

  @FieldResolver(() => [CaseOverlay], { description: 'Special categories it falls in (loại án đặc thù).' })
  overlays(@Root() row: ObligationEntity): CaseOverlay[] {
    return overlayNames(row.overlays);
  }

  @FieldResolver(() => CaseReference, {
    nullable: true,
    description: 'The case it is owed under; null when not stated (việc thi hành án).',
  })
  case(@Root() row: ObligationEntity): { id: string } | null {
    return row.caseId === null ? null : { id: row.caseId };
  }

  @FieldResolver(() => OfficeReference, {
    nullable: true,
    description: 'The office that collects it (cơ quan thi hành).',
  })
  office(@Root() row: ObligationEntity): { id: string } {
    return { id: officeNumbered(row.office).id };
  }

  @FieldResolver(() => VndScalar, {
    description: 'Collected and not yet remitted, paid or deducted (số tiền đã thu chưa xử lý).',
  })
  held(@Root() row: ObligationEntity): number {
    return heldOf(row);
  }

  @FieldResolver(() => VndScalar, {
    description: 'Still to be collected; 0 once the obligation has ended (số tiền còn phải thu).',
  })
  outstanding(@Root() row: ObligationEntity): number {
    return outstandingOf(row);
  }

  @FieldResolver(() => [ReceiptType], { description: 'Receipts, oldest first, at most 1000 (các biên lai).' })
  async receipts(@Root() row: ObligationEntity, @Ctx() context: RecoveryContext): Promise<ReceiptEntity[]> {
    return (await context.loaders.receiptsOfObligation.load(row.id)).toSorted((a, b) => a.number - b.number);
  }

  @FieldResolver(() => [DistributionType], {
    description: 'What became of the money, oldest first, at most 1000 (nộp ngân sách, chi trả, chi phí).',
  })
  async distributions(@Root() row: ObligationEntity, @Ctx() context: RecoveryContext): Promise<DistributionEntity[]> {
    return (await context.loaders.distributionsOfObligation.load(row.id)).toSorted((a, b) => a.number - b.number);
  }
}
