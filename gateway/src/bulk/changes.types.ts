import { type Change as ChangeState, DateScalar, DateTimeScalar } from '@thads/shared';
import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { Dataset } from './dataset.enum';

@ObjectType({
  description:
    'Something that happened to a subject of a dataset, and what the dataset has of the subject now (một thay đổi).',
  simpleResolvers: true,
})
export class Change implements Omit<ChangeState, 'recordedAt'> {
  @Field(() => String, { description: 'From here a follower can go on (con trỏ).' })
  cursor!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the event; null: the record is gone (mã sự kiện).' })
  eventId!: string | null;

  @Field(() => String, { nullable: true, description: 'What happened; null: the record is gone (loại sự kiện).' })
  type!: string | null;

  @Field(() => ID, {
    description:
      'What it happened to: the record itself, or what its rows belong to, e.g. the case of parties (đối tượng).',
  })
  subject!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day it happened; null: the record is gone (ngày xảy ra).' })
  occurredOn!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was recorded; null: the record is gone (thời điểm ghi nhận).',
  })
  recordedAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the subject after it; null: the record is gone (phiên bản).',
  })
  version!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The record as it is now, byte for byte the line of an export of all fields in JSON Lines; null when it is gone, and in datasets with several rows for a subject (bản ghi hiện tại).',
  })
  row!: string | null;

  @Field(() => [String], {
    description:
      'All rows that the dataset has of the subject now, in the same form: they take the place of all that it had (các bản ghi hiện tại của đối tượng).',
  })
  rows!: readonly string[];

  @Field(() => Boolean, {
    description:
      'You may no longer see the record, or it was never there: drop what you have of it (không còn được xem).',
  })
  gone!: boolean;
}

@ObjectType({
  description: 'A page of the changes of a dataset, in an order that never changes (một trang thay đổi).',
  simpleResolvers: true,
})
export class Changes {
  @Field(() => [Change], { description: 'The changes, oldest first (các thay đổi).' })
  nodes!: readonly Change[];

  @Field(() => String, {
    description:
      'From here to go on, also when there are no changes on the page: events that do not concern you have been passed (con trỏ cuối trang).',
  })
  endCursor!: string;

  @Field(() => Boolean, { description: 'Ask again at once: the page did not reach the newest event (còn nữa).' })
  hasMore!: boolean;
}

@ArgsType()
export class ChangesArguments {
  @Field(() => Dataset, { description: 'What is followed (tập dữ liệu).' })
  dataset!: Dataset;

  @Field(() => String, {
    nullable: true,
    description:
      'Cursor of a change, of a page before or of an export of the same dataset; none: from the beginning (con trỏ bắt đầu).',
  })
  after?: string | null;

  @Field(() => Int, { defaultValue: 500, description: 'At most so many, 1 to 1000 (số lượng tối đa).' })
  first!: number;

  @Field(() => Int, {
    defaultValue: 0,
    description: 'Where there is nothing new for you: so many seconds, 0 to 30, to wait for it (thời gian chờ, giây).',
  })
  waitSeconds!: number;

  @Field(() => [ID], {
    nullable: true,
    description: 'Of these provinces alone, old or new ones; none: of all that you may see (các tỉnh).',
  })
  provinces?: string[] | null;
}
