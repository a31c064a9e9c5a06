import {
  AsOf,
  CaseOverlay,
  type Connection,
  type IsoDate,
  type ListOrder,
  ORDER_BY,
  PageArguments,
  VndScalar,
  isShown,
  listPage,
  officeNumbered,
  overlayNames,
  readRecord,
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
import { obligationLifecycle } from './obligation.lifecycle';
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
    @AsOf() asOf: IsoDate | null | undefined,
    @Ctx() { loaders, journal }: RecoveryContext,
  ): Promise<ObligationEntity | null> {
    return readRecord(obligationLifecycle, loaders.obligation, journal, { id, asOf });
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
    const receipts = await context.loaders.receiptsOfObligation.load(row.id);
    return receipts
      .filter(({ receivedOn }) => isShown(row, receivedOn))
      .map((receipt) => asShown(row, receipt))
      .sort((a, b) => a.number - b.number);
  }

  @FieldResolver(() => [DistributionType], {
    description: 'What became of the money, oldest first, at most 1000 (nộp ngân sách, chi trả, chi phí).',
  })
  async distributions(@Root() row: ObligationEntity, @Ctx() context: RecoveryContext): Promise<DistributionEntity[]> {
    const distributions = await context.loaders.distributionsOfObligation.load(row.id);
    return distributions
      .filter(({ distributedOn }) => isShown(row, distributedOn))
      .map((distribution) => asShown(row, distribution))
      .sort((a, b) => a.number - b.number);
  }
}

/** What was reversed later stood then. */
function asShown<T extends { readonly reversedOn: IsoDate | null }>(obligation: ObligationEntity, row: T): T {
  return row.reversedOn === null || isShown(obligation, row.reversedOn) ? row : { ...row, reversedOn: null };
}
