import { type IsoDate, SubjectEntity } from '@thads/shared';
import { Column, Entity } from 'typeorm';
import type { MeasureStage, PetitionKind, PetitionOutcome, PetitionState } from './petition.enums';

/** A petition (đơn). Of who sent it nothing is kept here: a denouncer's identity is secret from receipt on. */
@Entity('petition', { schema: 'complaints' })
export class PetitionEntity extends SubjectEntity {
  declare state: PetitionState;

  @Column('text')
  kind!: PetitionKind;

  /** 1, or 2 for a complaint against the first resolution. */
  @Column('smallint')
  round!: number;

  @Column('text')
  measureStage!: MeasureStage;

  @Column('boolean')
  complex!: boolean;

  /** The case that it is about. */
  @Column({ type: 'text', nullable: true, collation: 'C' })
  caseId!: string | null;

  /** The officer that it is directed against. */
  @Column({ type: 'text', nullable: true, collation: 'C' })
  againstOfficer!: string | null;

  /** The officer in charge, who alone may know a denouncer. */
  @Column({ type: 'text', nullable: true, collation: 'C' })
  handler!: string | null;

  /** 0: an anonymous letter. */
  @Column('integer')
  signers!: number;

  /** How many stand for the signers, where there are many. */
  @Column('integer', { nullable: true })
  representatives!: number | null;

  /** Day on which the complainant learned of the decision or act; of a second round, of the first decision. */
  @Column('date', { nullable: true })
  actOn!: IsoDate | null;

  /** The complaint of the first round. */
  @Column({ type: 'text', nullable: true, collation: 'C' })
  follows!: string | null;

  /** The mixed letter that it was a part of; never of a denunciation, which nothing may tie to its sender. */
  @Column({ type: 'text', nullable: true, collation: 'C' })
  splitFrom!: string | null;

  /** Petitions that the letter was split into. */
  @Column('integer', { nullable: true })
  parts!: number | null;

  @Column('date')
  receivedOn!: IsoDate;

  /** Null unless it is, or was before its withdrawal, within competence. */
  @Column('date', { nullable: true })
  acceptedOn!: IsoDate | null;

  /** Last day on which its resolution is in time; null exactly when `acceptedOn` is. */
  @Column('date', { nullable: true })
  dueOn!: IsoDate | null;

  @Column('date', { nullable: true })
  resolvedOn!: IsoDate | null;

  @Column('text', { nullable: true })
  outcome!: PetitionOutcome | null;

  /** Of the resolution. */
  @Column('text', { nullable: true })
  decisionNumber!: string | null;

  @Column('date', { nullable: true })
  decisionSentOn!: IsoDate | null;

  @Column('date', { nullable: true })
  decisionPublishedOn!: IsoDate | null;

  @Column({ type: 'text', nullable: true, collation: 'C' })
  toOffice!: string | null;

  @Column('text', { nullable: true })
  toBody!: string | null;
}
