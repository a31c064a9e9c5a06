import { VndScalar, documentedEnum } from '@thads/shared';
import { Field, Int, ObjectType } from 'type-graphql';
import { ObligationCategory } from '../obligation/obligation.enums';
import { ObligationType } from '../obligation/obligation.type';
import type { ClaimKind } from './payment-order';

export const PrecedingClaim = documentedEnum(
  'PrecedingClaim',
  'What is paid of collected money besides obligations by their category (khoản được thanh toán trước).',
  {
    ENFORCEMENT_COSTS: 'Costs of enforcement (chi phí thi hành án).',
    RENT: 'One year of rent for the debtor whose only home was sold (tiền thuê nhà một năm).',
    SECURED_DEBT: 'Debt secured by the pledged asset (khoản có bảo đảm bằng tài sản đã bán).',
  } satisfies Record<Exclude<ClaimKind, ObligationCategory>, string>,
);
export type PrecedingClaim = keyof typeof PrecedingClaim;

@ObjectType({ description: 'What one claim gets of collected money (phần được thanh toán).', simpleResolvers: true })
export class AllocationShare {
  @Field(() => Int, { description: 'Place in the legal order, 1 first; the same: pro rata (thứ tự thanh toán).' })
  rank!: number;

  @Field(() => PrecedingClaim, {
    nullable: true,
    description: 'What it is for, unless the rank is by the category of the obligation (khoản ưu tiên).',
  })
  preceding!: PrecedingClaim | null;

  @Field(() => ObligationType, {
    nullable: true,
    description: 'The obligation; null for costs and rent (khoản phải thi hành).',
  })
  obligation!: ObligationType | null;

  @Field(() => VndScalar, {
    description: 'What is claimed, in dong: of an obligation what is outstanding (số phải trả).',
  })
  claimed!: number;

  @Field(() => VndScalar, { description: 'What it gets, in dong (số được thanh toán).' })
  amount!: number;
}

@ObjectType({
  description: 'How an amount is to be paid on the claims of a case (đề xuất phân chia tiền thi hành án).',
  simpleResolvers: true,
})
export class AllocationProposal {
  @Field(() => [AllocationShare], { description: 'In the order of payment; at most what is claimed (các phần).' })
  shares!: readonly AllocationShare[];

  @Field(() => VndScalar, {
    description: 'What no claim takes: it goes back to the debtor (trả lại người phải thi hành án).',
  })
  left!: number;

  @Field(() => String, { nullable: true, description: 'Articles that the order rests on today (căn cứ pháp lý).' })
  legalBasis!: string | null;
}
