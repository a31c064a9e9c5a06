/**
 * Before it is known whether there are conditions. An office may leave out steps between the decision and the result of
 * the verification, which the statistics do not tell apart: what may follow one of these states may follow all.
 */
export const UNVERIFIED = ['DECIDED', 'VOLUNTARY', 'VERIFYING'] as const;
export const ENFORCED = ['WITH_CONDITIONS', 'PART_PAID', 'COERCING'] as const;
export const DISPOSED_OF = ['SEIZED', 'APPRAISED', 'ON_SALE'] as const;
export const ACTIVE = [...UNVERIFIED, ...ENFORCED, ...DISPOSED_OF, 'COLLECTED'] as const;
export const SIDE = ['POSTPONED_BY_CONSENT', 'POSTPONED', 'SUSPENDED'] as const;
export const OPEN = [...ACTIVE, 'NO_CONDITIONS', ...SIDE] as const;
