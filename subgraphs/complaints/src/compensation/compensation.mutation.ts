import { EventFields, REVERSAL_EVENT, VndScalar, documentedEnum, submitResolver } from '@thads/shared';
import { Field, ID, InputType } from 'type-graphql';

export const CompensationEventType = documentedEnum(
  'CompensationEventType',
  'What happened to a request for state compensation (loại sự kiện).',
  {
    COMPENSATION_REQUESTED: 'Opens a request; needs amount, as asked for (nhận yêu cầu bồi thường).',
    COMPENSATION_ACCEPTED: 'Accepted for settlement (thụ lý).',
    COMPENSATION_REJECTED: 'Not accepted; needs ground (không thụ lý).',
    COMPENSATION_STOPPED: 'Ended without a settlement; needs decisionNumber, ground (đình chỉ giải quyết).',
    COMPENSATION_SETTLED: 'The amount was decided; needs amount, decisionNumber (quyết định giải quyết bồi thường).',
    COMPENSATION_PAID: 'Paid, in full or in part; needs amount (chi trả).',
    RECOURSE_DECIDED: 'An officer has to pay back; needs amount, decisionNumber (quyết định hoàn trả).',
    RECOURSE_COLLECTED: 'An officer paid back; needs amount (thu tiền hoàn trả).',
    ...REVERSAL_EVENT,
  },
);
export type CompensationEventType = keyof typeof CompensationEventType;

@InputType({ description: 'An event of the register of requests for state compensation (sự kiện bồi thường).' })
export class CompensationEventInput extends EventFields {
  @Field(() => CompensationEventType, { description: 'What happened (loại sự kiện).' })
  type!: CompensationEventType;

  @Field(() => VndScalar, { nullable: true, description: 'Amount in dong, 1 or more (số tiền).' })
  amount?: number | null;

  @Field(() => ID, { nullable: true, description: 'The case in which the damage was done (việc thi hành án).' })
  case?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The officer whose act is said to have done it (người thi hành công vụ gây thiệt hại).',
  })
  causedBy?: string | null;
}

export const compensationMutation = submitResolver(CompensationEventInput, {
  events: 'Compensation',
  register: 'requests for state compensation',
  nameVi: 'gửi sự kiện bồi thường nhà nước',
});
