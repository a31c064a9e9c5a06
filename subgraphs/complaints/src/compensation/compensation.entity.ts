import { type IsoDate, SubjectEntity } from '@thads/shared';
import { Column, Entity } from 'typeorm';
import type { CompensationState } from './compensation.enums';

/** A request for state compensation (yêu cầu bồi thường nhà nước). Of who made it nothing is kept. Amounts in dong. */
@Entity('compensation', { schema: 'complaints' })
export class CompensationEntity extends SubjectEntity {
  declare state: CompensationState;

  /** The case in which the damage was done. */
  @Column({ type: 'text', nullable: true, collation: 'C' })
  caseId!: string | null;

  /** The officer whose act is said to have done it. */
  @Column({ type: 'text', nullable: true, collation: 'C' })
  causedBy!: string | null;

  @Column('date')
  requestedOn!: IsoDate;

  @Column('bigint')
  requested!: number;

  @Column('date', { nullable: true })
  acceptedOn!: IsoDate | null;

  @Column('date', { nullable: true })
  settledOn!: IsoDate | null;

  @Column('bigint')
  settled!: number;

  @Column('text', { nullable: true })
  decisionNumber!: string | null;

  @Column('bigint')
  paid!: number;

  /** Day of the last payment, which completed it. */
  @Column('date', { nullable: true })
  paidOn!: IsoDate | null;

  /** What officers have to pay back by decision, and what they have. */
  @Column('bigint')
  recourse!: number;

  @Column('bigint')
  recourseCollected!: number;
}
