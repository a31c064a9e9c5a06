import { VndScalar } from '@thads/shared';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'The money of a case: sums over its obligations, and its assets (thu hồi tiền của việc).',
  simpleResolvers: true,
})
export class CaseRecovery {
  caseId!: string;

  @Field(() => VndScalar, { description: 'Owed, in dong (số tiền phải thi hành).' })
  amount!: number;

  @Field(() => VndScalar, { description: 'Collected so far (đã thu).' })
  collected!: number;

  @Field(() => VndScalar, { description: 'Of it, remitted to the state budget (đã nộp ngân sách).' })
  remittedToBudget!: number;

  @Field(() => VndScalar, { description: 'Of it, paid to creditors (đã chi trả).' })
  paidToCreditors!: number;

  @Field(() => VndScalar, {
    description: 'Still to be collected; without obligations that have ended (còn phải thu).',
  })
  outstanding!: number;
}
