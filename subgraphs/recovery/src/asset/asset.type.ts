import { CaseOverlay, DateScalar, VndScalar, connectionType } from '@thads/shared';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { AssetKind, AssetState } from './asset.enums';

@ObjectType('Asset', { description: 'A seized asset (tài sản kê biên).', simpleResolvers: true })
export class AssetType {
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

  @Field(() => VndScalar, { nullable: true, description: 'Price it was sold for; null unless sold (giá bán).' })
  soldFor!: number | null;
}

@InputType({ description: 'Conditions on a list of assets; all given ones hold (điều kiện lọc).' })
export class AssetFilter {
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

  @Field(() => DateScalar, { nullable: true, description: 'Seized on this day or later (kê biên từ ngày).' })
  seizedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Seized on this day or earlier (kê biên đến ngày).' })
  seizedThrough?: string | null;
}

export const AssetConnection = connectionType(AssetType, 'Asset', 'seized assets (danh sách tài sản kê biên)');
