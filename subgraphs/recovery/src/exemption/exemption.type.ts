import { DateScalar, VndScalar } from '@thads/shared';
import { Field, ObjectType } from 'type-graphql';
import { ExemptionKind, ExemptionOutcome } from './exemption.enums';

/** A proposal to the court to waive or reduce what is left of an obligation, with its outcome. */
@ObjectType('Exemption', {
  description: 'A proposal to the court to waive or reduce what is left, with its outcome (đề nghị xét miễn, giảm).',
  simpleResolvers: true,
})
export class ExemptionProposal {
  @Field(() => ExemptionKind, { description: 'What the court is asked for (miễn hoặc giảm).' })
  kind!: ExemptionKind;

  @Field(() => String, { description: 'Ground, as in the event (căn cứ đề nghị).' })
  ground!: string;

  @Field(() => DateScalar, { description: 'Day of the proposal (ngày đề nghị).' })
  proposedOn!: string;

  @Field(() => VndScalar, { description: 'Amount proposed, in dong (số tiền đề nghị).' })
  proposed!: number;

  @Field(() => ExemptionOutcome, { description: 'What became of it (kết quả).' })
  outcome!: ExemptionOutcome;

  @Field(() => VndScalar, { description: 'Amount granted; 0 unless accepted (số tiền được miễn, giảm).' })
  granted!: number;

  @Field(() => DateScalar, { nullable: true, description: 'Day of the decision; null before (ngày quyết định).' })
  decidedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the decision of the court; null before (số quyết định của Tòa án).',
  })
  decisionNumber!: string | null;
}
