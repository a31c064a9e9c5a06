import { type Connection, type ListOrder, ORDER_BY, PageArguments, listPage, officeNumbered } from '@thads/shared';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { RecoveryContext } from '../context';
import type { ObligationEntity } from '../obligation/obligation.entity';
import { ObligationType } from '../obligation/obligation.type';
import { OfficeReference } from '../references';
import type { ReceiptEntity } from './receipt.entity';
import { ReceiptOrder, receiptList } from './receipt.list';
import { receiptId } from './receipt.loader';
import { ReceiptConnection, ReceiptFilter, ReceiptType } from './receipt.type';

@Resolver(() => ReceiptType)
export class ReceiptResolver {
  @Query(() => ReceiptType, { nullable: true, description: 'One receipt; null when there is none (một biên lai).' })
  receipt(
    @Arg('id', () => ID, { description: 'Identifier: <obligation id>.<running number> (mã biên lai).' }) id: string,
    @Ctx() context: RecoveryContext,
  ): Promise<ReceiptEntity | null> {
    return context.loaders.receipt.load(receiptId(id));
  }

  @Query(() => ReceiptConnection, { description: 'Receipts, by id unless told otherwise (danh sách biên lai).' })
  receipts(
    @Arg('filter', () => ReceiptFilter, { nullable: true, description: 'Conditions; none: all (điều kiện lọc).' })
    filter: ReceiptFilter | null | undefined,
    @Arg('orderBy', () => ReceiptOrder, { nullable: true, description: ORDER_BY })
    orderBy: ListOrder | null | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: RecoveryContext,
  ): Promise<Connection<ReceiptEntity>> {
    return listPage(receiptList, context.manager, { filter, orderBy, page });
  }

  @FieldResolver(() => ObligationType, { description: 'What was paid for (khoản phải thi hành).' })
  obligation(@Root() row: ReceiptEntity, @Ctx() context: RecoveryContext): Promise<ObligationEntity | null> {
    return context.loaders.obligation.load(row.obligationId);
  }

  @FieldResolver(() => OfficeReference, {
    nullable: true,
    description: 'The office that received it (cơ quan thu tiền).',
  })
  office(@Root() row: ReceiptEntity): { id: string } {
    return { id: officeNumbered(row.office).id };
  }
}
