import { EventFields, documentedEnum, submitResolver, REVERSAL_EVENT } from '@thads/shared';
import { Field, InputType, Int } from 'type-graphql';

export const ReceptionEventType = documentedEnum('ReceptionEventType', 'What happened at a reception (loại sự kiện).', {
  RECEPTION_RECORDED: 'Opens a reception; needs visits, citizens, matters (ghi sổ tiếp công dân).',
  ...REVERSAL_EVENT,
});
export type ReceptionEventType = keyof typeof ReceptionEventType;

@InputType({ description: 'An event of the register of receptions (sự kiện tiếp công dân).' })
export class ReceptionEventInput extends EventFields {
  @Field(() => ReceptionEventType, { description: 'What happened (loại sự kiện).' })
  type!: ReceptionEventType;

  @Field(() => Int, { nullable: true, description: 'Visits (số lượt).' })
  visits?: number | null;

  @Field(() => Int, { nullable: true, description: 'Citizens (số người).' })
  citizens?: number | null;

  @Field(() => Int, { nullable: true, description: 'Matters brought (số vụ việc).' })
  matters?: number | null;

  @Field(() => Int, { nullable: true, description: 'Mass groups; absent: 0 (số đoàn đông người).' })
  massGroups?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of the citizens, those of mass groups: 5 or more a group (số người của đoàn đông người).',
  })
  massGroupCitizens?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of the matters, those of mass groups (số vụ việc của đoàn đông người).',
  })
  massGroupMatters?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the head of the agency received them; absent: false (thủ trưởng tiếp).',
  })
  receivedByHead?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was held online; absent: false (tiếp trực tuyến).' })
  online?: boolean | null;
}

export const receptionMutation = submitResolver(ReceptionEventInput, {
  events: 'Reception',
  register: 'receptions',
  nameVi: 'gửi sự kiện tiếp công dân',
});
