import {
  AsOf,
  CaseOverlay,
  type Connection,
  type IsoDate,
  type ListOrder,
  ORDER_BY,
  PageArguments,
  isShown,
  listPage,
  officeNumbered,
  overlayNames,
  readRecord,
} from '@thads/shared';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { AuctionRoundEntity } from '../auction-round/auction-round.entity';
import { AuctionRoundType } from '../auction-round/auction-round.type';
import type { RecoveryContext } from '../context';
import { CaseReference, OfficeReference } from '../references';
import type { AssetEntity } from './asset.entity';
import { assetLifecycle } from './asset.lifecycle';
import { AssetOrder, assetList } from './asset.list';
import { AssetConnection, AssetFilter, AssetType } from './asset.type';

@Resolver(() => AssetType)
export class AssetResolver {
  @Query(() => AssetType, { nullable: true, description: 'One seized asset; null when there is none (một tài sản).' })
  asset(
    @Arg('id', () => ID, { description: 'Identifier (mã tài sản).' }) id: string,
    @AsOf() asOf: IsoDate | null | undefined,
    @Ctx() { loaders, journal }: RecoveryContext,
  ): Promise<AssetEntity | null> {
    return readRecord(assetLifecycle, loaders.asset, journal, { id, asOf });
  }

  @Query(() => AssetConnection, { description: 'Seized assets, by id unless told otherwise (danh sách tài sản).' })
  assets(
    @Arg('filter', () => AssetFilter, { nullable: true, description: 'Conditions; none: all (điều kiện lọc).' })
    filter: AssetFilter | null | undefined,
    @Arg('orderBy', () => AssetOrder, { nullable: true, description: ORDER_BY }) orderBy: ListOrder | null | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: RecoveryContext,
  ): Promise<Connection<AssetEntity>> {
    return listPage(assetList, context.manager, { filter, orderBy, page });
  }

  @FieldResolver(() => [CaseOverlay], { description: 'Special categories it falls in (loại án đặc thù).' })
  overlays(@Root() row: AssetEntity): CaseOverlay[] {
    return overlayNames(row.overlays);
  }

  @FieldResolver(() => [AuctionRoundType], { description: 'Auction rounds, oldest first (các lần đấu giá).' })
  async auctionRounds(@Root() row: AssetEntity, @Ctx() context: RecoveryContext): Promise<AuctionRoundEntity[]> {
    const rounds = await context.loaders.auctionRoundsOfAsset.load(row.id);
    return rounds.filter(({ heldOn }) => isShown(row, heldOn)).sort((a, b) => a.number - b.number);
  }

  @FieldResolver(() => CaseReference, {
    nullable: true,
    description: 'The case it was seized for; null when not stated (việc thi hành án).',
  })
  case(@Root() row: AssetEntity): { id: string } | null {
    return row.caseId === null ? null : { id: row.caseId };
  }

  @FieldResolver(() => OfficeReference, { nullable: true, description: 'The office that seized it (cơ quan kê biên).' })
  office(@Root() row: AssetEntity): { id: string } {
    return { id: officeNumbered(row.office).id };
  }
}
