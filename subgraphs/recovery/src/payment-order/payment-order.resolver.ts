import { VndScalar, badInput, legalBasis, legalBasisOn, subjectId, todayInVietnam } from '@thads/shared';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { In } from 'typeorm';
import type { RecoveryContext } from '../context';
import { outstandingOf } from '../obligation/obligation.amounts';
import { ObligationEntity } from '../obligation/obligation.entity';
import { OPEN_STATES } from '../obligation/obligation.enums';
import { type ClaimKind, allocate, rankOf } from './payment-order';
import { AllocationProposal, type PrecedingClaim } from './payment-order.type';

const BASIS = legalBasis('Law 26/2008 art. 47, 115.5', 'Law 106/2025 art. 54; Decree 152/2026 art. 29-30');

interface OpenClaim {
  readonly kind: ClaimKind;
  readonly preceding: PrecedingClaim | null;
  readonly obligation: ObligationEntity | null;
  readonly claimed: number;
}

@Resolver()
export class PaymentOrderResolver {
  @Query(() => AllocationProposal, {
    description:
      'How money collected on a case is to be paid by the legal order: costs, and rent for a sold only home; maintenance, ' +
      'wages and injuries; court fees; the rest; pro rata among equals. Nothing is written: each share is recorded as a ' +
      'receipt of its obligation (đề xuất phân chia tiền thi hành án).',
  })
  async allocationProposal(
    @Arg('case', () => ID, { description: 'The case it was collected on (việc thi hành án).' }) caseId: string,
    @Arg('amount', () => VndScalar, { description: 'What was collected, in dong (số tiền thu được).' }) amount: number,
    @Arg('costs', () => VndScalar, { defaultValue: 0, description: 'Costs of enforcement (chi phí thi hành án).' })
    costs: number,
    @Arg('rent', () => VndScalar, {
      defaultValue: 0,
      description: 'One year of rent, where the only home was sold (tiền thuê nhà một năm).',
    })
    rent: number,
    @Arg('securedObligation', () => ID, {
      nullable: true,
      description: 'The obligation that the sold asset was pledged for (khoản được bảo đảm bằng tài sản).',
    })
    securedId: string | null | undefined,
    @Ctx() { manager }: RecoveryContext,
  ): Promise<AllocationProposal> {
    for (const [name, value] of Object.entries({ amount, costs, rent })) {
      if (value < 0) throw badInput(`${name}: ${value} is below 0; it is an amount in dong.`);
    }
    const obligations = await manager
      .getRepository(ObligationEntity)
      .find({ where: { caseId: subjectId(caseId), state: In([...OPEN_STATES]) }, order: { id: 'ASC' } });
    if (securedId && !obligations.some(({ id }) => id === securedId)) {
      throw badInput(`securedObligation: ${JSON.stringify(securedId)} is no open obligation of ${caseId}.`);
    }
    const claims = [...claimsBefore(costs, rent), ...obligations.map((one) => claimOf(one, one.id === securedId))];
    const ranked = claims
      .map((claim) => ({ ...claim, rank: rankOf(claim.kind, { onPledge: Boolean(securedId) }) }))
      .sort((a, b) => a.rank - b.rank);
    const shares = allocate(
      amount,
      ranked.map(({ rank, claimed }) => ({ rank, amount: claimed })),
    );
    return {
      shares: ranked.map(({ rank, preceding, obligation, claimed }, index) => ({
        rank,
        preceding,
        obligation,
        claimed,
        amount: shares[index]!,
      })),
      left: amount - shares.reduce((sum, share) => sum + share, 0),
      legalBasis: legalBasisOn(BASIS, todayInVietnam()),
    };
  }
}

function claimsBefore(costs: number, rent: number): OpenClaim[] {
  const claims: OpenClaim[] = [
    { kind: 'ENFORCEMENT_COSTS', preceding: 'ENFORCEMENT_COSTS', obligation: null, claimed: costs },
    { kind: 'RENT', preceding: 'RENT', obligation: null, claimed: rent },
  ];
  return claims.filter(({ claimed }) => claimed > 0);
}

function claimOf(obligation: ObligationEntity, isSecured: boolean): OpenClaim {
  return {
    kind: isSecured ? 'SECURED_DEBT' : obligation.category,
    preceding: isSecured ? 'SECURED_DEBT' : null,
    obligation,
    claimed: outstandingOf(obligation),
  };
}
