import { DateScalar, type IsoDate } from '@thads/shared';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Definition } from './definition';

@ObjectType('Definition', {
  description:
    'What a figure of the graph means, and who says so (định nghĩa chỉ tiêu). The printed rows of the forms were not ' +
    'obtained; lines are those of the reconstructed tree.',
  simpleResolvers: true,
})
export class DefinitionType implements Definition {
  @Field(() => ID, {
    description:
      'The figure by type and field, e.g. "CaseStatistics.completionRate"; a line without a field of its own by its ' +
      'number, e.g. "CaseStatistics.lines/5.1" (mã chỉ tiêu).',
  })
  indicator!: string;

  @Field(() => String, { description: 'English name (tên tiếng Anh).' })
  name!: string;

  @Field(() => String, { description: 'Vietnamese name (tên chỉ tiêu).' })
  nameVi!: string;

  @Field(() => String, {
    description: 'How it is made of other fields of the same type, by their names, or in words (cách tính).',
  })
  formula!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of a rate: the field above the line, or in words; null for what is no rate (tử số).',
  })
  numerator!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of a rate: the field below the line, or in words; null for what is no rate (mẫu số).',
  })
  denominator!: string | null;

  @Field(() => [Int], {
    description: 'Numbers of the forms that have it; forms 1 (cases) and 2 (money) have the same lines (biểu mẫu).',
  })
  forms!: readonly number[];

  @Field(() => String, {
    nullable: true,
    description: 'Number of the line in the form, e.g. "4.1"; null where no number is known (mã dòng).',
  })
  line!: string | null;

  @Field(() => String, { description: 'The circular, law or decision that it rests on (căn cứ pháp lý).' })
  legalSource!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day for which it is so; null: for every day before, too (hiệu lực từ ngày).',
  })
  validFrom!: IsoDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day for which it is so; null: in force (hiệu lực đến ngày).',
  })
  validTo!: IsoDate | null;
}
