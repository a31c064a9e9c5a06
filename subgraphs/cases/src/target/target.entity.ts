import { type IsoDate, SubjectEntity } from '@thads/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A yearly target (chỉ tiêu) assigned to the nation, a province or an office. */
@Entity('target', { schema: 'cases' })
export class TargetEntity extends SubjectEntity {
  @Column({ type: 'text', collation: 'C' })
  scope!: string;

  @Column('integer')
  workingYear!: number;
}

/** What a target was set to, each time it was issued. Percent with two decimals, in hundredths. */
@Entity('target_value', { schema: 'cases' })
export class TargetValueEntity {
  /** `<target id>.<version>` */
  @PrimaryColumn('text', { collation: 'C' })
  id!: string;

  @Column({ type: 'text', collation: 'C' })
  scope!: string;

  @Column('integer')
  workingYear!: number;

  @Column('date')
  validFrom!: IsoDate;

  @Column('integer')
  casesHundredths!: number;

  @Column('integer')
  moneyHundredths!: number;

  @Column('text', { nullable: true })
  decisionNumber!: string | null;
}
