import type { IsoDate } from '@thads/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DistributionKind } from './distribution.enums';

/** Collected money remitted, paid or deducted (nộp ngân sách, chi trả, trừ chi phí). */
@Entity('distribution', { schema: 'recovery' })
export class DistributionEntity {
  @PrimaryColumn('smallint')
  territory!: number;

  /** `<obligation id>.<running number>` */
  @PrimaryColumn('text', { collation: 'C' })
  id!: string;

  @Column({ type: 'text', collation: 'C' })
  obligationId!: string;

  /** 1 for the obligation's first. */
  @Column('integer')
  number!: number;

  @Column('text')
  kind!: DistributionKind;

  /** Dong. */
  @Column('bigint')
  amount!: number;

  @Column('date')
  distributedOn!: IsoDate;

  /** Number of the list it was remitted with. */
  @Column('text', { nullable: true })
  remittanceList!: string | null;

  /** Null while it stands. */
  @Column('date', { nullable: true })
  reversedOn!: IsoDate | null;
}
