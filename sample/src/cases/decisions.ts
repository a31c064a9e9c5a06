interface Decision {
  /** What its number begins with. */
  readonly symbol: string;
  readonly ground?: string;
}

/** The decisions that made-up cases come to, with the ground that is nearly always theirs. */
const DECISIONS: Readonly<Record<string, Decision>> = {
  NOT_YET_WITH_CONDITIONS_DECIDED: { symbol: 'CCDK', ground: 'NO_INCOME_NO_ASSETS' },
  CONTINUED: { symbol: 'TTTHA' },
  COERCION_DECIDED: { symbol: 'CC' },
  POSTPONED_BY_CONSENT: { symbol: 'HTHA', ground: 'PARTIES_CONSENT' },
  POSTPONED: { symbol: 'HTHA', ground: 'ADDRESS_UNKNOWN' },
  SUSPENDED: { symbol: 'TDC', ground: 'PROTEST' },
  RESUMED: { symbol: 'TTTHA' },
  TERMINATED: { symbol: 'DC', ground: 'AGREEMENT_OR_WAIVER' },
  ENTRUSTED_OUT: { symbol: 'UT' },
  REVOKED: { symbol: 'TH', ground: 'GROUND_GONE' },
  WITHDRAWN_UPWARD: { symbol: 'RL' },
};

/** Number and ground of an event, where it is a decision; `nth` is its place in the history of the case. */
export function formalities(subject: string, type: string, nth: number): { decisionNumber?: string; ground?: string } {
  const decision = DECISIONS[type];
  if (!decision) return {};
  const { symbol, ground } = decision;
  const local = subject.slice(subject.indexOf('.') + 1);
  return { decisionNumber: `${symbol}-${local}-${nth + 1}`, ...(ground === undefined ? {} : { ground }) };
}
