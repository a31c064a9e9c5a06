import { DateScalar, type IsoDate, todayInVietnam } from '@thads/shared';
import { Arg, ID, Query, Resolver } from 'type-graphql';
import type { Definition } from './definition';
import { DefinitionType } from './definition.type';
import { definitionsOn, requireDefinition } from './definitions';

@Resolver(() => DefinitionType)
export class DefinitionResolver {
  @Query(() => DefinitionType, {
    nullable: true,
    description: 'What a figure means; an unknown one is refused with those that come near (định nghĩa một chỉ tiêu).',
  })
  definition(
    @Arg('indicator', () => ID, {
      description: 'Type and field of the figure, e.g. "CaseStatistics.completionRate" (mã chỉ tiêu).',
    })
    indicator: string,
    @Arg('on', () => DateScalar, {
      nullable: true,
      description: 'As it is for periods that end on this day; today where none is given (tại ngày).',
    })
    on: IsoDate | null,
  ): Definition {
    return requireDefinition(indicator, on ?? todayInVietnam());
  }

  @Query(() => [DefinitionType], {
    description: 'What all figures mean, in the order of the forms (định nghĩa các chỉ tiêu).',
  })
  definitions(
    @Arg('on', () => DateScalar, {
      nullable: true,
      description: 'As it is for periods that end on this day; today where none is given (tại ngày).',
    })
    on: IsoDate | null,
  ): readonly Definition[] {
    return definitionsOn(on ?? todayInVietnam());
  }
}
