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

  /** Of the first appraisal. */
  @Column('date', { nullable: true })
  appraisedOn!: IsoDate | null;

  @Column('boolean')
  isReappraised!: boolean;

  @Column('date')
  seizedOn!: IsoDate;

  /** Auction rounds held. */
  @Column('integer')
  auctions!: number;

  @Column('date', { nullable: true })
  lastRoundOn!: IsoDate | null;

  /** Of the last round, or of the next when it was reduced since; null before the first. */
  @Column('bigint', { nullable: true })
  startingPrice!: number | null;

  @Column('bigint', { nullable: true })
  firstStartingPrice!: number | null;

  /** Times that the starting price was reduced. */
  @Column('integer')
  reductions!: number;

  /** Day of the next round, where it was stated. */
  @Column('date', { nullable: true })
  saleOn!: IsoDate | null;

  @Column('bigint', { nullable: true })
  soldFor!: number | null;

  /** Last day of the legal time that runs; null when none does. */
  @Column('date', { nullable: true })
  dueOn!: IsoDate | null;
}
