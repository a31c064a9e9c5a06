import { CASE_DESCRIPTIONS, CaseOverlay, DateScalar, VndScalar, connectionType } from '@thads/shared';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CaseKind, CaseState, Initiation } from './case.enums';

@ObjectType('Case', { description: CASE_DESCRIPTIONS.type, simpleResolvers: true })
@Directive('@key(fields: "id")')
export class CaseType {
  @Field(() => ID, { description: CASE_DESCRIPTIONS.id })
  id!: string;

  @Field(() => CaseKind, { nullable: true, description: 'Kind of judgment (loại án).' })
  kind!: CaseKind | null;

  @Field(() => Initiation, { nullable: true, description: 'Ex officio or on request (chủ động, theo yêu cầu).' })
  initiation!: Initiation | null;

  @Field(() => CaseState, { nullable: true, description: 'Present state (trạng thái).' })
  state!: CaseState | null;

  @Field(() => String, { nullable: true, description: 'Number of the judgment, when stated (số bản án).' })
  judgmentNumber!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day the judgment was received; null for a case received by entrustment (ngày nhận bản án).',
  })
  receivedOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day for the enforcement decision to be in time (hạn ra quyết định).',
  })
  decisionDueOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of the enforcement decision (ngày quyết định thi hành án).',
  })
  decidedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the enforcement decision (số quyết định).' })
  decisionNumber!: string | null;

  @Field(() => VndScalar, { nullable: true, description: 'Amount to be enforced as decided (số tiền phải thi hành).' })
  amount!: number | null;

  @Field(() => VndScalar, {
    nullable: true,
    description: 'Of it, collected and paid or remitted (số tiền đã thi hành).',
  })
  paid!: number | null;

  @Field(() => VndScalar, {
    nullable: true,
    description: 'Of it, collected: what was paid and what is held (số tiền đã thu).',
  })
  collected!: number | null;

  @Field(() => VndScalar, { nullable: true, description: 'Of it, terminated in part (số tiền đình chỉ một phần).' })
  terminatedAmount!: number | null;

  @Field(() => VndScalar, { nullable: true, description: 'Of it, entrusted out in part (số tiền ủy thác một phần).' })
  entrustedAmount!: number | null;

  @Field(() => VndScalar, { nullable: true, description: 'Of it, reduced by a court (số tiền được giảm).' })
  reducedAmount!: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day for the next verification of conditions; null when none is due (hạn xác minh).',
  })
  verificationDueOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day of the decision that conditions are not yet there; null when they are (ngày quyết định chưa có điều kiện).',
  })
  noConditionsOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of a postponement, when fixed (hoãn đến ngày).' })
  postponedUntil!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day the case ended; null while open (ngày kết thúc).' })
  endedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of the last event (ngày sự kiện gần nhất).' })
  lastEventOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'Number of events accepted about the case (phiên bản).' })
  version!: number | null;
}

@InputType({ description: 'Conditions on a list of cases; all given ones hold (điều kiện lọc).' })
export class CaseFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Beginning of its id, of the number of the judgment or of the enforcement decision, 2 characters or more; letter ' +
      'case, diacritics and spaces do not count (số việc, số bản án, số quyết định).',
  })
  number?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words of the name of a party in their order, of the last one its beginning, 2 letters or more; with diacritics ' +
      'they must be the same, without any "nguyen van" finds Nguyễn Văn (tên đương sự).',
  })
  partyName?: string | null;

  @Field(() => ID, { nullable: true, description: 'A province of either boundaries (tỉnh).' })
  province?: string | null;

  @Field(() => ID, { nullable: true, description: 'An office (cơ quan).' })
  office?: string | null;

  @Field(() => ID, { nullable: true, description: 'The officer in charge (chấp hành viên).' })
  officer?: string | null;

  @Field(() => [CaseState], { nullable: true, description: 'Any of these states (trạng thái).' })
  states?: CaseState[] | null;

  @Field(() => CaseKind, { nullable: true, description: 'Kind of judgment (loại án).' })
  kind?: CaseKind | null;

  @Field(() => Initiation, { nullable: true, description: 'Ex officio or on request (hình thức).' })
  initiation?: Initiation | null;

  @Field(() => CaseOverlay, { nullable: true, description: 'A special category (loại án đặc thù).' })
  overlay?: CaseOverlay | null;

  @Field(() => DateScalar, { nullable: true, description: 'Decided on this day or later (quyết định từ ngày).' })
  decidedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Decided on this day or earlier (quyết định đến ngày).' })
  decidedThrough?: string | null;

  @Field(() => VndScalar, { nullable: true, description: 'Amount to be enforced at least (số tiền từ).' })
  amountFrom?: number | null;

  @Field(() => VndScalar, { nullable: true, description: 'Amount to be enforced at most (số tiền đến).' })
  amountThrough?: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last event was on this day or earlier: nothing has moved since (không có biến động từ ngày).',
  })
  noMovementSince?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Verification of conditions due on this day or earlier: the worklist of officers (đến hạn xác minh).',
  })
  verificationDueThrough?: string | null;
}

export const CaseConnection = connectionType(CaseType, 'Case', 'enforcement cases (danh sách việc)');
