import type { IsoDate } from '../calendar/date';

/** Where a rule stands, under the law until 30 June 2026 and the law since; null where it has no basis. */
export interface LegalBasis {
  /** Law 26/2008/QH12 as amended by 64/2014/QH13 and 03/2022/QH15, with its decrees. */
  readonly until2026: string | null;
  /** Law 106/2025/QH15 with Decree 152/2026/NĐ-CP. */
  readonly since2026: string | null;
}

/** The day the new law took effect. */
export const NEW_LAW_IN_FORCE: IsoDate = '2026-07-01';

export const noLegalBasis: LegalBasis = { until2026: null, since2026: null };

export function legalBasis(until2026: string | null, since2026: string | null): LegalBasis {
  return { until2026, since2026 };
}

/** The article in force on a day, for people; null when the rule has none then. */
export function legalBasisOn(basis: LegalBasis, day: IsoDate): string | null {
  return day < NEW_LAW_IN_FORCE ? basis.until2026 : basis.since2026;
}
