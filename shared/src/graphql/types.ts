import { ArgsType, Directive, Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import type { ReportingPeriod } from '../calendar/period';
import type { Percent } from '../money/rate';
import type { Amount } from '../statistics/totals';
import { TrendGrain } from './enums';
import { DateScalar, VndScalar } from './scalars';

@InputType({
  description:
    'A reporting period (kỳ báo cáo): either a working year (năm công tác) with a number of months from 1 October, or ' +
    'two days, both inclusive. Exactly one of the two forms.',
})
export class PeriodInput {
  @Field(() => Int, {
    nullable: true,
    description: 'Working year: 2025 is 1 October 2024 to 30 September 2025 (năm công tác).',
  })
  workingYear?: number | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 12,
    description: 'Months counted from 1 October, 1 to 12; only with workingYear (số tháng).',
  })
  months?: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day, inclusive (từ ngày).' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, inclusive (đến hết ngày).' })
  through?: string | null;
}

@ArgsType()
export class TrendArguments {
  @Field(() => PeriodInput, { description: 'The whole period, at most 120 steps (kỳ báo cáo).' })
  period!: PeriodInput;

  @Field(() => TrendGrain, { defaultValue: 'MONTH', description: 'Length of a step (bước thời gian).' })
  grain!: TrendGrain;
}

@ObjectType({ description: 'The period that figures are of (kỳ báo cáo).', simpleResolvers: true })
@Directive('@shareable')
export class Period implements ReportingPeriod {
  @Field(() => DateScalar, { description: 'First day, inclusive (từ ngày).' })
  from!: string;

  @Field(() => DateScalar, { description: 'Last day, inclusive (đến hết ngày).' })
  through!: string;

  @Field(() => String, { description: 'For people, e.g. "9 months of working year 2025" (tên kỳ).' })
  label!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The working year, when the period starts with it and ends with one of its months (năm công tác).',
  })
  workingYear!: number | null;
}

@ObjectType({ description: 'A number of cases and their money (số việc và số tiền).', simpleResolvers: true })
@Directive('@shareable')
export class Tally implements Amount {
  @Field(() => Int, { description: 'Number of cases; a case is one enforcement decision (số việc).' })
  cases!: number;

  @Field(() => VndScalar, { description: 'Money in whole dong (số tiền).' })
  money!: number;
}

@ObjectType({
  description: 'A rate in percent with two decimals as printed; null where the denominator is 0 (tỷ lệ %).',
  simpleResolvers: true,
})
@Directive('@shareable')
export class Rate {
  @Field(() => Float, { nullable: true, description: 'By number of cases, percent (về việc).' })
  cases!: Percent;

  @Field(() => Float, { nullable: true, description: 'By money, percent (về tiền).' })
  money!: Percent;
}

@ObjectType({
  description: 'Place in a ranking, 1 = best; equal rates share a place (xếp hạng).',
  simpleResolvers: true,
})
@Directive('@shareable')
export class Rank {
  @Field(() => Int, { description: 'Place by the rate of cases (xếp hạng về việc).' })
  cases!: number;

  @Field(() => Int, { description: 'Place by the rate of money (xếp hạng về tiền).' })
  money!: number;

  @Field(() => Int, { description: 'Number of provinces ranked (trong tổng số).' })
  among!: number;
}
