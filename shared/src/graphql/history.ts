import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  type ClassType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Info,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { isPersonal } from '../access/data-class';
import { ruleInRow } from '../access/denouncer';
import { findClass } from '../access/policy';
import { todayInVietnam } from '../calendar/date';
import type { JournalHead } from '../register/chain';
import { type DeadlineStatusName, deadlinesOf } from '../register/deadlines';
import { type RegisterEvent, storedEvent } from '../register/event';
import { type JournalEntry, eventsUntil } from '../register/history';
import { legalBasisOn } from '../register/legal-basis';
import { COMMON_FIELDS, type Lifecycle, replayAll } from '../register/lifecycle';
import type { SubjectEntity } from '../register/subject';
import type { SubgraphContext } from '../subgraph/subgraph';
import { DeadlineStatus } from './enums';
import { DateScalar, DateTimeScalar } from './scalars';

@ObjectType({ description: 'A field of an event, as it was sent (trường dữ liệu).', simpleResolvers: true })
@Directive('@shareable')
export class EventFieldValue {
  @Field(() => String, { description: 'Name of the field, as in the event’s input (tên trường).' })
  name!: string;

  @Field(() => String, { description: 'Its value; lists and objects as JSON (giá trị).' })
  value!: string;
}

@ObjectType({
  description: 'An event of a subject’s journal, which nobody can change (một sự kiện trong nhật ký).',
  simpleResolvers: true,
})
@Directive('@shareable')
export class HistoryEntry {
  @Field(() => ID, { description: 'Id of the event (mã sự kiện).' })
  id!: string;

  @Field(() => Int, { description: 'Version of the subject after it: 1, 2, 3 … (phiên bản).' })
  version!: number;

  @Field(() => String, { description: 'What happened: a type of the register’s events (loại sự kiện).' })
  type!: string;

  @Field(() => String, { description: 'The same in Vietnamese (tên sự kiện).' })
  nameVi!: string;

  @Field(() => DateScalar, { description: 'Day it happened (ngày xảy ra).' })
  occurredOn!: string;

  @Field(() => DateTimeScalar, { description: 'When it was recorded (thời điểm ghi nhận).' })
  recordedAt!: Date;

  @Field(() => String, { description: 'Who sent it (người gửi).' })
  submittedBy!: string;

  @Field(() => ID, { nullable: true, description: 'Officer who acted or was put in charge (chấp hành viên).' })
  officer!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the decision (số quyết định).' })
  decisionNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Who signed (người ký).' })
  signer!: string | null;

  @Field(() => String, { nullable: true, description: 'Ground (căn cứ).' })
  ground!: string | null;

  @Field(() => [EventFieldValue], {
    description:
      'What else it says, by name. What you may not have in full is left out, and what is of persons also where the ' +
      'request says no purpose or the event was taken back (các trường khác).',
  })
  fields!: () => Promise<EventFieldValue[]>;

  @Field(() => String, { nullable: true, description: 'Article in force on that day (căn cứ pháp lý).' })
  legalBasis!: string | null;

  @Field(() => ID, { nullable: true, description: 'Of a correction: the event that it takes back (hủy sự kiện).' })
  reverses!: string | null;

  @Field(() => ID, { nullable: true, description: 'The correction that took it back; null: it holds (bị hủy bởi).' })
  reversedBy!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Place in the register’s chain; null for a moment after submitting, and for who may not know how much happens ' +
      'in the country (vị trí).',
  })
  position!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Hash over it and everything before it in the register, in hexadecimal digits (mã băm).',
  })
  hash!: string | null;
}

@ObjectType({
  description: 'A legal time that runs or ran for a subject, derived from the law (thời hạn).',
  simpleResolvers: true,
})
@Directive('@shareable')
export class SubjectDeadline {
  @Field(() => String, { description: 'What has to be done (việc phải làm).' })
  name!: string;

  @Field(() => String, { description: 'The same in Vietnamese (tên thời hạn).' })
  nameVi!: string;

  @Field(() => DateScalar, { description: 'Day of the event that made it run (ngày bắt đầu).' })
  startedOn!: string;

  @Field(() => DateScalar, { description: 'Last day to be in time (hạn cuối).' })
  dueOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was done; null until then (ngày thực hiện).' })
  metOn!: string | null;

  @Field(() => DeadlineStatus, { description: 'Due, late, met (tình trạng).' })
  status!: DeadlineStatusName;

  @Field(() => String, { nullable: true, description: 'Article that it rests on (căn cứ pháp lý).' })
  legalBasis!: string | null;
}

@ObjectType('JournalHead', {
  description: 'The newest link of a register’s chain: with it, everything before can be checked (đầu chuỗi nhật ký).',
  simpleResolvers: true,
})
@Directive('@shareable')
export class JournalHeadType implements JournalHead {
  @Field(() => Int, { description: 'Number of events in the chain (vị trí mới nhất).' })
  position!: number;

  @Field(() => String, { description: 'Hash over all of them, in hexadecimal digits (mã băm).' })
  hash!: string;

  @Field(() => Int, { description: 'Accepted events that wait for their place in the chain (đang chờ).' })
  waiting!: number;
}

/** The argument of the query of one record that shows it as it stood; `readRecord` answers it. */
export function AsOf() {
  return Arg('asOf', () => DateScalar, {
    nullable: true,
    description:
      'The record as it stood in the evening of this day, today or earlier, as is known now: what was taken back since ' +
      'never happened. Null when it was not there yet. Other records are shown as they are today (tại ngày).',
  });
}

/** What a reader may have of the events of one subject. */
export interface HistoryReader {
  mayHave(field: string): boolean;
  /** Of what it says besides the columns, that which the reader may have; noted where it is of persons. */
  fieldsOf(event: RegisterEvent, isTakenBack: boolean): Promise<EventFieldValue[]>;
}

/** The entries of one subject for people; the journal in order. */
export function presentHistory(
  lifecycle: Lifecycle<any, any>,
  journal: readonly JournalEntry[],
  reader: HistoryReader,
): HistoryEntry[] {
  const events = journal.map((entry) => storedEvent(entry));
  const steps = new Map(replayAll(lifecycle, events).map((step) => [step.event, step]));
  return journal.map((entry, nth) => {
    const event = events[nth]!;
    const { officer = null, decisionNumber = null, signer = null, ground = null, reverses = null } = event;
    const { row, reversedBy = null } = steps.get(event) ?? {};
    return {
      id: event.id,
      version: entry.version,
      type: event.type,
      nameVi: row?.nameVi ?? 'hủy sự kiện ghi nhận sai',
      occurredOn: event.occurredOn,
      recordedAt: entry.recordedAt,
      submittedBy: entry.submittedBy,
      officer,
      decisionNumber,
      signer,
      ground: reader.mayHave('ground') ? ground : null,
      fields: () => reader.fieldsOf(event, reversedBy !== null),
      legalBasis: row ? legalBasisOn(row.legalBasis, event.occurredOn) : null,
      reverses,
      reversedBy,
      position: entry.position,
      hash: entry.hash?.toString('hex') ?? null,
    };
  });
}

/** What the caller may have of the events of a subject, which is a row of the type; `input` is the type of its events. */
function historyReader(
  type: string,
  input: string,
  row: SubjectEntity,
  { head: { principal, purpose }, logPersonRead }: SubgraphContext,
): HistoryReader {
  const mayHave = (field: string): boolean => {
    const dataClass = findClass(input, field);
    return dataClass !== null && ruleInRow(dataClass, row, principal).rule === 'full';
  };
  const isOfPersons = (field: string): boolean => isPersonal(findClass(input, field)!);
  return {
    mayHave,
    async fieldsOf(event, isTakenBack) {
      const shown = Object.entries(event).filter(
        ([name]) =>
          !COMMON_FIELDS.has(name) &&
          name !== 'reverses' &&
          mayHave(name) &&
          // Whoever may see persons now need not have been meant when something else was stated of them.
          (!isOfPersons(name) || (purpose !== null && !isTakenBack)),
      );
      if (shown.some(([name]) => isOfPersons(name))) await logPersonRead(type, row.id);
      return shown.map(([name, value]) => ({
        name,
        value: typeof value === 'object' ? JSON.stringify(value) : String(value),
      }));
    },
  };
}

/**
 * The fields that every type of subjects has besides its own: its journal, and what has to be done in time. `input` is
 * what its events are sent as.
 */
export function recordResolver(
  type: ClassType,
  lifecycle: Lifecycle<any, any>,
  input: ClassType<RegisterEvent>,
): Function {
  @Resolver(() => type)
  class RecordResolver {
    @FieldResolver(() => [HistoryEntry], {
      nullable: true,
      description: 'Everything that was recorded about it until today, in order; corrections included (lịch sử hồ sơ).',
    })
    async history(
      @Root() { id }: SubjectEntity,
      @Ctx() context: SubgraphContext,
      @Info() { parentType }: GraphQLResolveInfo,
    ): Promise<HistoryEntry[]> {
      const reference = { subjectType: lifecycle.subjectType, id };
      const [journal, row] = await Promise.all([
        context.journal.load(reference),
        // Who is in charge now decides, not who was on the day that the record is shown of.
        context.present.load(reference),
      ]);
      return row ? presentHistory(lifecycle, journal, historyReader(parentType.name, input.name, row, context)) : [];
    }

    @FieldResolver(() => [SubjectDeadline], {
      nullable: true,
      description: 'Legal times that run or ran for it, in the order they began (các thời hạn).',
    })
    async deadlines(
      @Root() { id, asOf }: SubjectEntity,
      @Ctx() { journal }: SubgraphContext,
    ): Promise<SubjectDeadline[]> {
      const entries = await journal.load({ subjectType: lifecycle.subjectType, id });
      const day = asOf ?? todayInVietnam();
      const events = entries.map((entry) => storedEvent(entry));
      return deadlinesOf(lifecycle, eventsUntil(lifecycle, events, day), day);
    }
  }
  return RecordResolver;
}

/** `casesJournal` and its like: how far the chain of a register has come. */
export function journalHeadResolver(register: string): Function {
  @Resolver()
  class JournalHeadResolver {
    @Query(() => JournalHeadType, {
      name: `${register}Journal`,
      nullable: true,
      description: `How far the journal of the register of ${register} has come (nhật ký).`,
    })
    journalHead(@Ctx() { readJournalHead }: SubgraphContext): Promise<JournalHead> {
      return readJournalHead();
    }
  }
  return JournalHeadResolver;
}
