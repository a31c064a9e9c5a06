import {
  CaseOverlay,
  DateScalar,
  DueFilter,
  NO_MOVEMENT_SINCE,
  RegisterRecord,
  VndScalar,
  connectionType,
} from '@thads/shared';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { AssetKind, AssetState } from './asset.enums';

@ObjectType('Asset', { description: 'A seized asset (tài sản kê biên).', simpleResolvers: true })
export class AssetType extends RegisterRecord {
  @Field(() => ID, { description: 'Identifier: <office id>.<local number> (mã tài sản).' })
  id!: string;

  @Field(() => AssetState, { description: 'Present state (trạng thái).' })
  state!: AssetState;

  @Field(() => AssetKind, { nullable: true, description: 'Kind; null when not stated (loại tài sản).' })
  assetKind!: AssetKind | null;

  @Field(() => String, { description: 'What it is (mô tả tài sản).' })
  description!: string;

  @Field(() => VndScalar, { nullable: true, description: 'Appraised value; null before (giá thẩm định).' })
  appraisedValue!: number | null;

  @Field(() => DateScalar, { description: 'Day it was seized (ngày kê biên).' })
  seizedOn!: string;

  @Field(() => Boolean, { description: 'Whether it was appraised a second time, on request (đã định giá lại).' })
  isReappraised!: boolean;

  @Field(() => VndScalar, {
    nullable: true,
    description: 'Starting price of the last round, or of the next when reduced since; null before (giá khởi điểm).',
  })
  startingPrice!: number | null;

  @Field(() => Int, {
    description: 'Times the starting price was reduced; from the second on the creditor may take it (số lần giảm giá).',
  })
  reductions!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of the next round; null when not stated (ngày đấu giá sắp tới).',
  })
  saleOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of the legal time that runs, e.g. to contract an auction; null: none (hạn xử lý).',
  })
  dueOn!: string | null;

  @Field(() => VndScalar, { nullable: true, description: 'Price it was sold for; null unless sold (giá bán).' })
  soldFor!: number | null;
}

@InputType({ description: 'Conditions on a list of assets; all given ones hold (điều kiện lọc).' })
export class AssetFilter extends DueFilter {
  @Field(() => ID, { nullable: true, description: 'A province of either boundaries (tỉnh).' })
  province?: string | null;

  @Field(() => ID, { nullable: true, description: 'An office (cơ quan).' })
  office?: string | null;

  @Field(() => ID, { nullable: true, description: 'The case they were seized for (việc thi hành án).' })
  case?: string | null;

  @Field(() => [AssetState], { nullable: true, description: 'Any of these states (trạng thái).' })
  states?: AssetState[] | null;

  @Field(() => AssetKind, { nullable: true, description: 'Kind of asset (loại tài sản).' })
  assetKind?: AssetKind | null;

  @Field(() => CaseOverlay, { nullable: true, description: 'A special category (loại án đặc thù).' })
  overlay?: CaseOverlay | null;

  @Field(() => VndScalar, { nullable: true, description: 'Appraised at so much or more, in dong (giá thẩm định từ).' })
  appraisedFrom?: number | null;

  @Field(() => VndScalar, { nullable: true, description: 'Appraised at so much or less, in dong (giá thẩm định đến).' })
  appraisedThrough?: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'Seized on this day or later (kê biên từ ngày).' })
  seizedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Seized on this day or earlier (kê biên đến ngày).' })
  seizedThrough?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'With a legal time whose last day is this day or later (hạn xử lý từ ngày).',
  })
  dueFrom?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'With a legal time whose last day is this day or earlier (hạn xử lý đến ngày).',
  })
  dueThrough?: string | null;

  @Field(() => DateScalar, { nullable: true, description: NO_MOVEMENT_SINCE })
  noMovementSince?: string | null;
}

export const AssetConnection = connectionType(AssetType, 'Asset', 'seized assets (danh sách tài sản kê biên)');
