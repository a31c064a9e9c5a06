import { type IsoDate, SubjectEntity } from '@thads/shared';
import { Column, Entity } from 'typeorm';
import type { MeasureStage, PetitionKind, PetitionOutcome, PetitionState } from './petition.enums';

/** A petition (đơn). Of who sent it nothing is kept: a denunciator's identity is secret from receipt on. */
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

  @Column('integer')
  signers!: number;

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
}
