import { LARGEST_AMOUNT } from '@thads/shared';
import fc from 'fast-check';
import { ObligationCategory } from '../obligation/obligation.enums';
import { type Claim, type ClaimKind, allocate, rankOf } from './payment-order';

describe('the legal order of payment', () => {
  const order = (onPledge: boolean, ...kinds: ClaimKind[]): number[] => kinds.map((kind) => rankOf(kind, { onPledge }));

  it('is costs and rent, then maintenance, wages and injuries, then court fees, then the rest', () => {
    expect(order(false, 'ENFORCEMENT_COSTS', 'RENT')).toEqual([1, 1]);
    expect(order(false, 'MAINTENANCE', 'WAGES', 'PERSONAL_INJURY')).toEqual([2, 2, 2]);
    expect(order(false, 'COURT_FEE')).toEqual([3]);
    const { MAINTENANCE: _m, WAGES: _w, PERSONAL_INJURY: _i, COURT_FEE: _f, ...rest } = ObligationCategory;
    expect(new Set(order(false, ...Object.values(rest), 'SECURED_DEBT'))).toEqual(new Set([4]));
  });

  it('puts the secured creditor after the costs and the fee of the judgment, before all others', () => {
    expect(order(true, 'ENFORCEMENT_COSTS', 'COURT_FEE', 'SECURED_DEBT', 'MAINTENANCE', 'CREDIT_CONTRACT')).toEqual([
      1, 2, 3, 4, 5,
    ]);
  });
});

describe('an amount on claims', () => {
  const claims = (...pairs: [rank: number, amount: number][]): Claim[] =>
    pairs.map(([rank, amount]) => ({ rank, amount }));

  it.each<[string, number, Claim[], number[]]>([
    ['nothing', 0, claims([1, 5]), [0]],
    ['to nobody', 7, [], []],
    ['one rank to the full before the next', 12, claims([2, 10], [1, 10]), [2, 10]],
    ['pro rata within a rank', 50, claims([1, 100], [1, 300]), [13, 37]],
    ['the odd dong to the largest remainder', 10, claims([1, 10], [1, 10], [1, 11]), [3, 3, 4]],
    ['among equal remainders to the first', 2, claims([1, 5], [1, 5], [1, 5]), [1, 1, 0]],
    ['no more than what is claimed', 99, claims([1, 5], [3, 6]), [5, 6]],
    ['products beyond exact numbers', 1e15 - 1, claims([1, 1e15], [1, 1e15]), [5e14, 5e14 - 1]],
  ])('goes %s', (_how, amount, those, shares) => {
    expect(allocate(amount, those)).toEqual(shares);
  });

  const amounts = fc.oneof(fc.nat(50), fc.integer({ min: 0, max: LARGEST_AMOUNT / 20 }));
  const anyClaims = fc.array(fc.record({ rank: fc.integer({ min: 1, max: 4 }), amount: amounts }), { maxLength: 12 });
  const sum = (some: readonly number[]): number => some.reduce((total, one) => total + one, 0);

  it('is given out to the last dong or until all are full, and nobody gets more than is claimed', () => {
    fc.assert(
      fc.property(amounts, anyClaims, (amount, those) => {
        const shares = allocate(amount, those);
        expect(sum(shares)).toBe(Math.min(amount, sum(those.map((claim) => claim.amount))));
        shares.forEach((share, index) => {
          expect(Number.isSafeInteger(share) && share >= 0 && share <= those[index]!.amount).toBe(true);
        });
      }),
    );
  });

  it('reaches a lower rank only when every higher one is full', () => {
    fc.assert(
      fc.property(amounts, anyClaims, (amount, those) => {
        const shares = allocate(amount, those);
        const lowestPaid = Math.max(0, ...those.filter((_claim, index) => shares[index]! > 0).map(({ rank }) => rank));
        those.forEach((claim, index) => {
          if (claim.rank < lowestPaid) expect(shares[index]).toBe(claim.amount);
        });
      }),
    );
  });

  it('is within one dong of the exact part of its rank, and a larger claim never gets less', () => {
    fc.assert(
      fc.property(amounts, fc.array(amounts, { minLength: 1, maxLength: 8 }), (amount, those) => {
        const total = those.reduce((all, one) => all + BigInt(one), 0n);
        fc.pre(total > BigInt(amount));
        const shares = allocate(
          amount,
          those.map((one) => ({ rank: 1, amount: one })),
        );
        shares.forEach((share, index) => {
          const exact = BigInt(amount) * BigInt(those[index]!);
          const off = BigInt(share) * total - exact;
          expect(off < total && -off < total).toBe(true);
        });
        shares.forEach((share, a) => {
          those.forEach((claim, b) => expect(claim < those[a]! && shares[b]! > share).toBe(false));
        });
      }),
    );
  });
});
