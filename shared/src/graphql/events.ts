import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { EventOutcome, Refusal, RegisterEvent } from '../register/event';
import { CaseOverlay, EventStatus } from './enums';
import { DateScalar, VndScalar } from './scalars';

@ObjectType({ description: 'Why an event was refused (lý do từ chối).', simpleResolvers: true })
@Directive('@shareable')
export class EventRefusal implements Omit<Refusal, 'field'> {
  @Field(() => String, { description: 'Always BAD_USER_INPUT: the event has to be mended by its sender (mã lỗi).' })
  code!: string;

  @Field(() => String, { description: 'Name of the rule that refused it, e.g. SUBJECT_UNKNOWN (quy tắc).' })
  rule!: string;

  @Field(() => String, { description: 'What was wrong (nội dung sai).' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'What would be allowed (giá trị được phép).' })
  allowed!: string | null;

  @Field(() => String, { nullable: true, description: 'Article that the rule rests on (căn cứ pháp lý).' })
  legalBasis!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The field of the event that has to be mended, where it is one (trường dữ liệu sai).',
  })
  field!: string | null;
}

@ObjectType({
  description: 'What became of one submitted event (kết quả tiếp nhận một sự kiện).',
  simpleResolvers: true,
})
@Directive('@shareable')
export class EventResult {
  @Field(() => ID, { description: 'The id of the event (mã sự kiện).' })
  id!: string;

  @Field(() => EventStatus, { description: 'Accepted, duplicate or refused (kết quả).' })
  status!: keyof typeof EventStatus;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the subject after this event; null when refused (phiên bản).',
  })
  version!: number | null;

  @Field(() => EventRefusal, { nullable: true, description: 'Null unless refused (lý do từ chối).' })
  refusal!: EventRefusal | null;
}

@ObjectType({
  description: 'What became of a batch of events (kết quả tiếp nhận một lô sự kiện).',
  simpleResolvers: true,
})
@Directive('@shareable')
export class SubmitResult {
  @Field(() => Int, { description: 'Events accepted (số sự kiện đã ghi nhận).' })
  accepted!: number;

  @Field(() => Int, { description: 'Events that had been accepted before (số sự kiện trùng).' })
  duplicates!: number;

  @Field(() => [EventResult], { description: 'The refused events only, in the order sent (các sự kiện bị từ chối).' })
  refused!: readonly EventResult[];

  @Field(() => [EventResult], { description: 'One result per event, in the order sent (kết quả từng sự kiện).' })
  results!: readonly EventResult[];
}

/** For the enum of every register’s event types. */
export const REVERSAL_EVENT = {
  EVENT_REVERSED:
    'Correction: takes back the latest event of the subject, and what it moved in the statistics; needs reverses, ground (hủy sự kiện ghi nhận sai).',
} as const;

/** For the enum of the states of every kind of subjects. */
export const VOID_STATE = {
  VOID: 'Opened in error: its opening was taken back; counted nowhere (đã hủy do ghi nhận sai).',
} as const;

/** The fields that every event has, for the input types of the registers. */
@InputType({ description: 'Fields of every event (các trường chung).' })
export abstract class EventFields implements Omit<RegisterEvent, 'type'> {
  @Field(() => ID, { description: 'A UUID made by the client; the same id again is a duplicate (mã sự kiện).' })
  id!: string;

  @Field(() => ID, {
    description: 'What it happened to: <office id>.<local number>, e.g. VN63-10-01.C-2024-00017 (đối tượng).',
  })
  subject!: string;

  @Field(() => DateScalar, { description: 'Day it happened, not before the last event of the subject (ngày xảy ra).' })
  occurredOn!: string;

  @Field(() => ID, { nullable: true, description: 'Officer who acted or is put in charge (chấp hành viên).' })
  officer?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the decision (số quyết định).' })
  decisionNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Ground: where the life cycle lists grounds, the code of one of them; else article and point (căn cứ).',
  })
  ground?: string | null;

  @Field(() => String, { nullable: true, description: 'Who signed the decision or record (người ký).' })
  signer?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Only of EVENT_REVERSED: the id of the latest event of the subject, which is taken back (sự kiện bị hủy).',
  })
  reverses?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Version of the subject that this event was decided on; refused with VERSION_CONFLICT when the subject has moved on (phiên bản đã xem).',
  })
  expectedVersion?: number | null;
}

/** The measures of a report entry's line, for the input types of the registers. */
@InputType({ description: 'Measures of a line of a report entry (số liệu của một dòng).' })
export abstract class ReportLineFields {
  @Field(() => Int, { description: 'By how many the slot grew; negative: shrank (số lượng tăng, giảm).' })
  count!: number;

  @Field(() => VndScalar, { nullable: true, description: 'By how much money, in dong (số tiền tăng, giảm).' })
  money?: number | null;

  @Field(() => [CaseOverlay], { nullable: true, description: 'Special categories (loại án đặc thù).' })
  overlays?: CaseOverlay[] | null;

  readonly [dimension: string]: unknown;
}

export function presentOutcomes(outcomes: readonly EventOutcome[]): SubmitResult {
  const results = outcomes.map(({ id, status, version, refusal }): EventResult => ({
    id,
    status,
    version,
    refusal: refusal && { code: 'BAD_USER_INPUT', ...refusal, field: refusal.field ?? null },
  }));
  return {
    accepted: results.filter(({ status }) => status === 'ACCEPTED').length,
    duplicates: results.filter(({ status }) => status === 'DUPLICATE').length,
    refused: results.filter(({ status }) => status === 'REFUSED'),
    results,
  };
}
