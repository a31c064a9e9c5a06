import { type Connection, PageArguments } from '@thads/shared';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { CasesContext } from '../context';
import { publicDebtorPage } from './public-debtor.page';
import { PublicDebtorConnection, type PublicDebtorType } from './public-debtor.type';

@Resolver()
export class PublicDebtorResolver {
  @Query(() => PublicDebtorConnection, {
    nullable: true,
    description:
      'Debtors without conditions who are public today, by name: from the fifth working day after the decision, until the ' +
      'second (since July 2026 the third) after completion, termination or continuation. For everybody ' +
      '(danh sách công khai người phải thi hành án chưa có điều kiện thi hành).',
  })
  publicDebtors(
    @Arg('province', () => ID, { nullable: true, description: 'A province of either boundaries (tỉnh).' })
    province: string | null | undefined,
    @Arg('name', () => String, {
      nullable: true,
      description: 'Beginning of the name, 2 letters or more; diacritics and letter case do not count (họ tên).',
    })
    name: string | null | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { manager }: CasesContext,
  ): Promise<Connection<PublicDebtorType>> {
    return publicDebtorPage(manager, { province, name }, page);
  }
}
