import type { EntityReference } from '@thads/shared';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AssetEntity } from '../asset/asset.entity';
import { AssetType } from '../asset/asset.type';
import type { RecoveryContext } from '../context';
import type { ObligationEntity } from '../obligation/obligation.entity';
import { ObligationType } from '../obligation/obligation.type';
import { CaseReference } from '../references';
import type { CaseSums } from './case-recovery.loader';
import { CaseRecovery } from './case-recovery.type';

@Resolver(() => CaseReference)
export class RecoveryOfCaseResolver {
  @FieldResolver(() => CaseRecovery, {
    nullable: true,
    description: 'Its obligations and seized assets; null when it has neither (thu hồi tiền, tài sản).',
  })
  recovery(@Root() { id }: EntityReference, @Ctx() context: RecoveryContext): Promise<CaseSums | null> {
    return context.loaders.recoveryOfCase.load(id);
  }
}

@Resolver(() => CaseRecovery)
export class CaseRecoveryResolver {
  @FieldResolver(() => [ObligationType], {
    description: 'In the order of their ids, at most 1000; "obligations" pages through more (các khoản phải thi hành).',
  })
  obligations(@Root() { caseId }: CaseRecovery, @Ctx() context: RecoveryContext): Promise<ObligationEntity[]> {
    return context.loaders.obligationsOfCase.load(caseId);
  }

  @FieldResolver(() => [AssetType], {
    description: 'In the order of their ids, at most 1000; "assets" pages through more (các tài sản kê biên).',
  })
  assets(@Root() { caseId }: CaseRecovery, @Ctx() context: RecoveryContext): Promise<AssetEntity[]> {
    return context.loaders.assetsOfCase.load(caseId);
  }
}
