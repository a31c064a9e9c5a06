import type { IsoDate } from '@thads/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One round of the auction of a seized asset (lần bán đấu giá). Money in whole dong. */
@Entity('auction_round', { schema: 'recovery' })
export class AuctionRoundEntity {
  @PrimaryColumn('smallint')
  territory!: number;

  /** `<asset id>.<running number>` */
  @PrimaryColumn('text', { collation: 'C' })
  id!: string;

  @Column({ type: 'text', collation: 'C' })
  assetId!: string;

  /** 1 for the asset's first. */
  @Column('integer')
  number!: number;

  @Column('bigint')
  startingPrice!: number;

  /** Null for a round without a buyer. */
  @Column('bigint', { nullable: true })
  soldPrice!: number | null;

  @Column('date')
  heldOn!: IsoDate;
}
