import { DateScalar, DueFilter, NO_MOVEMENT_SINCE, RegisterRecord, connectionType } from '@thads/shared';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { MeasureStage, PetitionKind, PetitionOutcome, PetitionState } from './petition.enums';

@ObjectType('Petition', {
  description:
    'A complaint, denunciation, request, recommendation or reflection (đơn khiếu nại, tố cáo, đề nghị, kiến nghị, phản ánh). ' +
    'Who sent a denunciation is for the officer in charge alone.',
  simpleResolvers: true,
})
export class PetitionType extends RegisterRecord {
  @Field(() => ID, { description: 'Identifier: <office id>.<local number> (mã đơn).' })
  id!: string;

  @Field(() => PetitionKind, { description: 'Kind (loại đơn).' })
  kind!: PetitionKind;

  @Field(() => PetitionState, { description: 'Present state (trạng thái).' })
  state!: PetitionState;

  @Field(() => Int, { description: 'Round: 1, or 2 against a first resolution (lần giải quyết).' })
  round!: number;

  @Field(() => MeasureStage, { description: 'Stage of the enforcement that it is about (giai đoạn thi hành án).' })
  measureStage!: MeasureStage;

  @Field(() => Boolean, { description: 'Whether the matter is complex or remote (vụ việc phức tạp).' })
  complex!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'Persons who signed; 0: an anonymous letter; null where you may not know whether it is one: of a denunciation and of ' +
      'a mixed letter (số người ký).',
  })
  signers!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Representatives whom many signers named; null: none, or as for signers (số người đại diện).',
  })
  representatives!: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which the complainant learned of the decision or act; null: not known (ngày biết quyết định).',
  })
  actOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Petitions that a mixed letter was split into, those in "splitInto"; null: not split (số đơn được tách).',
  })
  parts!: number | null;

  @Field(() => DateScalar, { description: 'Day it was received (ngày nhận đơn).' })
  receivedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day it was accepted as within competence; null if never (ngày thụ lý).',
  })
  acceptedOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day to resolve it in time, derived from kind, round, stage and complexity; null unless accepted (hạn giải quyết).',
  })
  dueOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was resolved; null if not (ngày giải quyết).' })
  resolvedOn!: string | null;

  @Field(() => PetitionOutcome, {
    nullable: true,
    description: 'How it was resolved; null if not (kết quả giải quyết).',
  })
  outcome!: PetitionOutcome | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the decision or conclusion that resolved it; null if none did (số quyết định giải quyết).',
  })
  decisionNumber!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day the decision was sent; null if not (ngày gửi quyết định).',
  })
  decisionSentOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day the second decision was made public; null if not (ngày công khai quyết định).',
  })
  decisionPublishedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Body outside the register that it was sent on to; null if none (cơ quan khác nhận chuyển).',
  })
  toBody!: string | null;
}

@InputType({ description: 'Conditions on a list of petitions; all given ones hold (điều kiện lọc).' })
export class PetitionFilter extends DueFilter {
  @Field(() => ID, { nullable: true, description: 'A province of either boundaries (tỉnh).' })
  province?: string | null;

  @Field(() => ID, { nullable: true, description: 'An office (cơ quan).' })
  office?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The officer that they are directed against (chấp hành viên bị khiếu nại, tố cáo).',
  })
  officer?: string | null;

  @Field(() => ID, { nullable: true, description: 'The case that they are about (việc thi hành án).' })
  case?: string | null;

  @Field(() => [PetitionState], { nullable: true, description: 'Any of these states (trạng thái).' })
  states?: PetitionState[] | null;

  @Field(() => PetitionKind, { nullable: true, description: 'Kind (loại đơn).' })
  kind?: PetitionKind | null;

  @Field(() => MeasureStage, {
    nullable: true,
    description: 'Stage of the enforcement that they are about (giai đoạn thi hành án).',
  })
  measureStage?: MeasureStage | null;

  @Field(() => Int, { nullable: true, description: 'Round: 1 or 2 (lần giải quyết).' })
  round?: number | null;

  @Field(() => PetitionOutcome, { nullable: true, description: 'How they were resolved (kết quả giải quyết).' })
  outcome?: PetitionOutcome | null;

  @Field(() => DateScalar, { nullable: true, description: 'Received on this day or later (nhận từ ngày).' })
  receivedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Received on this day or earlier (nhận đến ngày).' })
  receivedThrough?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Resolved on this day or later (giải quyết từ ngày).' })
  resolvedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Resolved on this day or earlier (giải quyết đến ngày).' })
  resolvedThrough?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'To be resolved by this day or later (hạn từ ngày).' })
  dueFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'To be resolved by this day or earlier (hạn đến ngày).' })
  dueThrough?: string | null;

  @Field(() => DateScalar, { nullable: true, description: NO_MOVEMENT_SINCE })
  noMovementSince?: string | null;
}

export const PetitionConnection = connectionType(PetitionType, 'Petition', 'petitions (danh sách đơn)');
