import { DateScalar, VndScalar } from '@thads/shared';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DistributionKind } from './distribution.enums';

@ObjectType('Distribution', {
  description: 'Collected money remitted, paid or deducted (nộp ngân sách, chi trả, trừ chi phí).',
  simpleResolvers: true,
})
export class DistributionType {
  @Field(() => ID, { description: 'Identifier: that of the obligation and a running number (mã lần xử lý).' })
  id!: string;

  @Field(() => Int, {
    description: 'Number within the obligation, from 1; DISTRIBUTION_REVERSED names it (số thứ tự).',
  })
  number!: number;

  @Field(() => DistributionKind, { description: 'What became of the money (hình thức xử lý).' })
  kind!: DistributionKind;

  @Field(() => VndScalar, { description: 'Amount in dong (số tiền).' })
  amount!: number;

  @Field(() => DateScalar, { description: 'Day it was remitted, paid or deducted (ngày xử lý).' })
  distributedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the list it was remitted to the budget with; null when not stated (số bảng kê nộp).',
  })
  remittanceList!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day the money came back; null while the distribution stands (ngày thu hồi).',
  })
  reversedOn!: string | null;
}
