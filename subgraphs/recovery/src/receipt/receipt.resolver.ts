import { type Connection, PageArguments, inScope, keysetPage, officeNumbered } from '@thads/shared';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { RecoveryContext } from '../context';
import type { ObligationEntity } from '../obligation/obligation.entity';
import { ObligationType } from '../obligation/obligation.type';
import { OfficeReference } from '../references';
import { ReceiptEntity } from './receipt.entity';
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

  @Query(() => ReceiptConnection, { description: 'Receipts in the order of their ids (danh sách biên lai).' })
  receipts(
    @Arg('filter', () => ReceiptFilter, { nullable: true, description: 'Conditions; none: all (điều kiện lọc).' })
    filter: ReceiptFilter | null | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: RecoveryContext,
  ): Promise<Connection<ReceiptEntity>> {
    return keysetPage('receipts', context.manager.getRepository(ReceiptEntity), page, (query) => {
      const { province, office, obligation, electronic, receivedFrom, receivedThrough } = filter ?? {};
      inScope(query, province, office);
      if (obligation) query.andWhere('row.obligationId = :obligation', { obligation });
      if (typeof electronic === 'boolean') query.andWhere('row.electronic = :electronic', { electronic });
      if (receivedFrom) query.andWhere('row.receivedOn >= :receivedFrom', { receivedFrom });
      if (receivedThrough) query.andWhere('row.receivedOn <= :receivedThrough', { receivedThrough });
      return query;
    });
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
