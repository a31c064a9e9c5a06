import { DateScalar, VndScalar, connectionType } from '@thads/shared';
import { Field, ObjectType } from 'type-graphql';

@ObjectType('PublicDebtor', {
  description:
    'A debtor without conditions, as the law makes public: this and nothing else (người phải thi hành án chưa có điều kiện thi hành).',
  simpleResolvers: true,
})
export class PublicDebtorType {
  @Field(() => String, { description: 'Name (họ tên, tên cơ quan, tổ chức).' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Address; null when not stated (địa chỉ).' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the judgment; null when not stated (số bản án).' })
  judgmentNumber!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the enforcement decision (số quyết định thi hành án).',
  })
  decisionNumber!: string | null;

  @Field(() => VndScalar, { description: 'What is still to be enforced, in dong (nghĩa vụ phải thi hành).' })
  obligation!: number;

  @Field(() => String, { description: 'Why there are no conditions yet (lý do chưa có điều kiện thi hành).' })
  reason!: string;

  @Field(() => DateScalar, { description: 'Day it was published (ngày công khai).' })
  publishedOn!: string;
}

export const PublicDebtorConnection = connectionType(
  PublicDebtorType,
  'PublicDebtor',
  'debtors without conditions (danh sách công khai)',
);
