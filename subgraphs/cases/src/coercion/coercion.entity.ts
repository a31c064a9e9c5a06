import type { IsoDate } from '@thads/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CoercionMeasure } from './coercion.enums';

/** A coercion decision of a case (quyết định cưỡng chế). */
@Entity('coercion', { schema: 'cases' })
export class CoercionEntity {
  @PrimaryColumn('smallint')
  territory!: number;

  /** `<case id>.<running number, three digits>` */
  @PrimaryColumn('text', { collation: 'C' })
  id!: string;

  @Column({ type: 'text', collation: 'C' })
  caseId!: string;

  @Column('text')
  measure!: CoercionMeasure;

  @Column('boolean')
  mobilisedForces!: boolean;

  @Column('date')
  decidedOn!: IsoDate;

  @Column('text', { nullable: true })
  decisionNumber!: string | null;
}
