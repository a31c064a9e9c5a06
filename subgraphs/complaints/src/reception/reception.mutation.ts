import { EventFields, SubmitResult, checkBatch, documentedEnum, presentOutcomes } from '@thads/shared';
import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from 'type-graphql';
import type { ComplaintsContext } from '../context';

export const ReceptionEventType = documentedEnum('ReceptionEventType', 'What happened at a reception (loại sự kiện).', {
  RECEPTION_RECORDED: 'Opens a reception; needs visits, citizens, matters (ghi sổ tiếp công dân).',
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

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the head of the agency received them; absent: false (thủ trưởng tiếp).',
  })
  receivedByHead?: boolean | null;
}

@Resolver()
export class ReceptionMutation {
  @Mutation(() => SubmitResult, {
    description:
      'Submits 1 to 1000 events to the register of receptions. A refused event changes nothing and does not hinder its ' +
      'neighbours; the same event again is a duplicate (gửi sự kiện tiếp công dân).',
  })
  async submitReceptionEvents(
    @Arg('events', () => [ReceptionEventInput], {
      description: 'The events, in the order they happened (các sự kiện).',
    })
    events: ReceptionEventInput[],
    @Ctx() context: ComplaintsContext,
  ): Promise<SubmitResult> {
    checkBatch(events);
    return presentOutcomes(await context.submitter.submit(events, context.submittedBy));
  }
}
