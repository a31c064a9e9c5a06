import type { ObligationCategory } from '../obligation/obligation.enums';

/** What money collected on a case is paid on: its obligations by category, and what goes before all of them. */
export type ClaimKind = ObligationCategory | 'ENFORCEMENT_COSTS' | 'RENT' | 'SECURED_DEBT';

/**
 * The legal order of payment (thứ tự thanh toán tiền thi hành án): rank by rank, the kinds of a rank alike; whatever is
 * not named comes last. Old law art. 47.1, 47.2 and 115.5, new law art. 54.
 */
const ORDER: readonly (readonly ClaimKind[])[] = [
  ['ENFORCEMENT_COSTS', 'RENT'],
  ['MAINTENANCE', 'WAGES', 'PERSONAL_INJURY'],
  ['COURT_FEE'],
];

/** For the price of a pledged or mortgaged asset: its creditor after the costs and the fee of that judgment (47.3). */
const ORDER_ON_PLEDGE: readonly (readonly ClaimKind[])[] = [
  ['ENFORCEMENT_COSTS', 'RENT'],
  ['COURT_FEE'],
  ['SECURED_DEBT'],
  ['MAINTENANCE', 'WAGES', 'PERSONAL_INJURY'],
];

/** The place of a kind of claim in the order, from 1. */
export function rankOf(kind: ClaimKind, { onPledge }: { readonly onPledge: boolean }): number {
  const order = onPledge ? ORDER_ON_PLEDGE : ORDER;
  const index = order.findIndex((kinds) => kinds.includes(kind));
  return (index < 0 ? order.length : index) + 1;
}

export interface Claim {
  /** From 1; a lower one gets nothing before all higher ones are full. */
  readonly rank: number;
  /** Dong. */
  readonly amount: number;
}

/**
 * What each claim gets of an amount, in their order: rank after rank, within a rank pro rata. Whole dong: what rounding
 * down leaves goes dong by dong to the largest remainders, and among equal ones to the claim named first.
 */
export function allocate(amount: number, claims: readonly Claim[]): number[] {
  const shares = claims.map(() => 0);
  const ranks = [...new Set(claims.map(({ rank }) => rank))].sort((a, b) => a - b);
  let left = amount;
  for (const rank of ranks) {
    const those = claims.flatMap((claim, index) => (claim.rank === rank ? [index] : []));
    const parts = proRata(
      left,
      those.map((index) => claims[index]!.amount),
    );
    those.forEach((index, nth) => (shares[index] = parts[nth]!));
    left -= parts.reduce((sum, part) => sum + part, 0);
  }
  return shares;
}

function proRata(amount: number, claims: readonly number[]): number[] {
  const total = claims.reduce((sum, claim) => sum + BigInt(claim), 0n);
  if (BigInt(amount) >= total) return [...claims];
  // A product of two amounts is beyond what a number holds exactly.
  const products = claims.map((claim) => BigInt(amount) * BigInt(claim));
  const parts = products.map((product) => Number(product / total));
  const left = amount - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = products
    .map((product, index) => ({ index, remainder: product % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder.slice(0, left)) parts[index]! += 1;
  return parts;
}
