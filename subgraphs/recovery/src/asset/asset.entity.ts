import { type IsoDate, SubjectEntity } from '@thads/shared';
import { Column, Entity } from 'typeorm';
import type { AssetKind, AssetState } from './asset.enums';

/** A seized asset (tài sản kê biên). Money in whole dong. */
@Entity('asset', { schema: 'recovery' })
export class AssetEntity extends SubjectEntity {
  declare state: AssetState;

  @Column('text', { nullable: true })
  assetKind!: AssetKind | null;

  @Column('text')
  description!: string;

  /** Bit set, see `overlayBits`. */
  @Column('smallint')
  overlays!: number;

  @Column({ type: 'text', nullable: true, collation: 'C' })
  caseId!: string | null;

  @Column('bigint', { nullable: true })
  appraisedValue!: number | null;

  @Column('date')
  seizedOn!: IsoDate;

  /** Auction rounds held. */
  @Column('integer')
  auctions!: number;

  /** Of the last round; null before the first. */
  @Column('bigint', { nullable: true })
  startingPrice!: number | null;

  @Column('bigint', { nullable: true })
  soldFor!: number | null;
}
