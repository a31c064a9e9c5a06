import { DateScalar, VndScalar, connectionType } from '@thads/shared';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

@ObjectType('Receipt', { description: 'Money received from a debtor (biên lai thu tiền).', simpleResolvers: true })
export class ReceiptType {
  @Field(() => ID, { description: 'Identifier: <obligation id>.<running number> (mã biên lai).' })
  id!: string;

  @Field(() => Int, { description: 'Number within the obligation, from 1; RECEIPT_REVERSED names it (số thứ tự).' })
  number!: number;

  @Field(() => VndScalar, { description: 'Amount received, in dong (số tiền thu).' })
  amount!: number;

  @Field(() => DateScalar, { description: 'Day the money was received (ngày thu).' })
  receivedOn!: string;

  @Field(() => String, { nullable: true, description: 'Number printed on it; null when not stated (số biên lai).' })
  receiptNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Who paid; null when not stated (người nộp tiền).' })
  payer!: string | null;

  @Field(() => Boolean, { description: 'True for an electronic receipt, false for paper (biên lai điện tử).' })
  electronic!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day the money was given back; null while the receipt stands (ngày hoàn trả).',
  })
  reversedOn!: string | null;
}

@InputType({ description: 'Conditions on a list of receipts; all given ones hold (điều kiện lọc).' })
export class ReceiptFilter {
  @Field(() => ID, { nullable: true, description: 'A province of either boundaries (tỉnh).' })
  province?: string | null;

  @Field(() => ID, { nullable: true, description: 'An office (cơ quan).' })
  office?: string | null;

  @Field(() => ID, { nullable: true, description: 'The obligation they are for (khoản phải thi hành).' })
  obligation?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Electronic ones, or those on paper (biên lai điện tử).' })
  electronic?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Reversed ones, or those that stand (đã hoàn trả).' })
  reversed?: boolean | null;

  @Field(() => VndScalar, { nullable: true, description: 'Of this amount or more, in dong (số tiền từ).' })
  amountFrom?: number | null;

  @Field(() => VndScalar, { nullable: true, description: 'Of this amount or less, in dong (số tiền đến).' })
  amountThrough?: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'Received on this day or later (thu từ ngày).' })
  receivedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Received on this day or earlier (thu đến ngày).' })
  receivedThrough?: string | null;
}

export const ReceiptConnection = connectionType(ReceiptType, 'Receipt', 'receipts (danh sách biên lai)');
