/**
 * The slots of the recovery statistics. An obligation sits in exactly one slot of the first group, its money split
 * over them; the others stand beside.
 */
export const OUTSTANDING = ['OUTSTANDING_WITH_CONDITIONS', 'OUTSTANDING_NOT_YET'] as const;
export const STANDING = [...OUTSTANDING, 'COLLECTED', 'ENDED'] as const;
export const DISTRIBUTED = ['REMITTED', 'PAID', 'COSTS'] as const;
export const EXEMPTIONS = ['EXEMPTION_PROPOSED', 'EXEMPTION_ACCEPTED', 'EXEMPTION_PART', 'EXEMPTION_REFUSED'] as const;
export const ASSETS = ['ASSET_SEIZED', 'AUCTION_HELD', 'AUCTION_SOLD'] as const;

export const recoverySlots = [...STANDING, ...DISTRIBUTED, ...ASSETS, ...EXEMPTIONS] as const;

export type RecoverySlot = (typeof recoverySlots)[number];
