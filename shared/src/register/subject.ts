import { Column, PrimaryColumn } from 'typeorm';
import type { IsoDate } from '../calendar/date';

/**
 * What every register row has: the present state of one subject. The territory leads every key, so that a register
 * can be partitioned or distributed by province.
 */
export abstract class SubjectEntity {
  /** Number of the older province (VN63) that the office works in. */
  @PrimaryColumn('smallint')
  territory!: number;

  /** `<office id>.<local number>` */
  @PrimaryColumn('text', { collation: 'C' })
  id!: string;

  /** Office number, see `OfficeRecord.number`. */
  @Column('integer')
  office!: number;

  @Column('text')
  state!: string;

  /** Number of events accepted about this subject. */
  @Column('integer')
  version!: number;

  @Column('date')
  lastEventOn!: IsoDate;

  /** The day that it is shown as of, where it is not shown as it stands. */
  readonly asOf?: IsoDate;
}

/** Whether what happened on a day belongs to a subject as it is shown. */
export function isShown({ asOf }: Pick<SubjectEntity, 'asOf'>, day: IsoDate): boolean {
  return asOf === undefined || day <= asOf;
}

/** What tells a subject from all others of its register: ids are unique within their type only. */
export function keyOf(subjectType: string, id: string): string {
  return `${subjectType} ${id}`;
}
