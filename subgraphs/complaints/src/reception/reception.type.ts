import { DateScalar, RegisterRecord, connectionType } from '@thads/shared';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ReceptionState } from './reception.enums';

@ObjectType('Reception', {
  description: 'A reception of citizens as entered in the book (lần tiếp công dân).',
  simpleResolvers: true,
})
export class ReceptionType extends RegisterRecord {
  @Field(() => ID, { description: 'Identifier: <office id>.<local number> (mã lần tiếp).' })
  id!: string;

  @Field(() => ReceptionState, { description: 'Present state (trạng thái).' })
  state!: ReceptionState;

  @Field(() => DateScalar, { description: 'Day of the reception (ngày tiếp).' })
  receivedOn!: string;

  @Field(() => Int, { description: 'Visits (số lượt).' })
  visits!: number;

  @Field(() => Int, { description: 'Citizens; one visit may bring several (số người).' })
  citizens!: number;

  @Field(() => Int, { description: 'Matters brought (số vụ việc).' })
  matters!: number;

  @Field(() => Int, { description: 'Mass groups (số đoàn đông người).' })
  massGroups!: number;

  @Field(() => Int, { description: 'Of the citizens, those of mass groups (số người của đoàn đông người).' })
  massGroupCitizens!: number;

  @Field(() => Int, { description: 'Of the matters, those of mass groups (số vụ việc của đoàn đông người).' })
  massGroupMatters!: number;

  @Field(() => Boolean, { description: 'Whether the head of the agency received them (thủ trưởng tiếp).' })
  receivedByHead!: boolean;

  @Field(() => Boolean, { description: 'Whether it was held online (tiếp trực tuyến).' })
  online!: boolean;
}

@InputType({ description: 'Conditions on a list of receptions; all given ones hold (điều kiện lọc).' })
export class ReceptionFilter {
  @Field(() => ID, { nullable: true, description: 'A province of either boundaries (tỉnh).' })
  province?: string | null;

  @Field(() => ID, { nullable: true, description: 'An office (cơ quan).' })
  office?: string | null;

  @Field(() => [ReceptionState], { nullable: true, description: 'Any of these states (trạng thái).' })
  states?: ReceptionState[] | null;

  @Field(() => Boolean, { nullable: true, description: 'With mass groups or without (đoàn đông người).' })
  massGroups?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Received by the head of the agency or not (thủ trưởng tiếp).' })
  receivedByHead?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Held online or not (tiếp trực tuyến).' })
  online?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'Held on this day or later (tiếp từ ngày).' })
  receivedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Held on this day or earlier (tiếp đến ngày).' })
  receivedThrough?: string | null;
}

export const ReceptionConnection = connectionType(
  ReceptionType,
  'Reception',
  'receptions of citizens (danh sách lần tiếp công dân)',
);
