import { splitMoney } from '../amounts';
import type { Random } from '../random';
import type { Tally } from '../tally';
import { OUTCOMES, type Outcome, type Segment } from './segments';

/** An open case at the start of a segment. */
export interface OpenCase {
  readonly isNotYet: boolean;
  /** Entrusting the rest of such a case out counts it as completed, which no plan foresees. */
  readonly isPartPaid: boolean;
  readonly outstanding: number;
}

export interface NewCase {
  readonly outcome: Outcome;
  /** Dong still outstanding at the end, or the whole amount of a case that has ended. */
  readonly amount: number;
  /** Dong paid in the segment by a case that stays open. */
  readonly partPaid: number;
}

export interface Assignment<C extends OpenCase> {
  readonly ofOpen: readonly { readonly open: C; readonly outcome: Outcome }[];
  readonly ofNew: readonly NewCase[];
}

/** The smallest amount of a made-up case. */
const LEAST = 200_000;

type Weights = Readonly<Record<Outcome, number>>;
const WITH_WEIGHTS: Weights = {
  ENTRUSTED: 1,
  REVOKED: 1,
  WITHDRAWN: 1,
  FULLY_ENFORCED: 60,
  TERMINATED: 8,
  WITH: 40,
  NOT_YET: 8,
};
const NOT_YET_WEIGHTS: Weights = {
  ENTRUSTED: 1,
  REVOKED: 1,
  WITHDRAWN: 0,
  FULLY_ENFORCED: 6,
  TERMINATED: 4,
  WITH: 5,
  NOT_YET: 100,
};

/**
 * Decides where every open and every new case ends up, so that each outcome has exactly the planned number of cases
 * and dong. Open cases have their amounts already; the amounts of new ones make up the difference.
 */
export function assign<C extends OpenCase>(pool: readonly C[], segment: Segment, random: Random): Assignment<C> {
  const { outcomes, newlyReceived } = segment;
  const left = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, { ...outcomes[outcome] }])) as Record<
    Outcome,
    { cases: number; money: number }
  >;
  const available = pool.length + newlyReceived.cases;
  const planned = OUTCOMES.reduce((sum, outcome) => sum + outcomes[outcome].cases, 0);
  if (available !== planned) throw new Error(`through ${segment.through}: ${available} cases for ${planned} places`);

  // The largest first: the places are still empty enough to hold them.
  const ordered = random.shuffled(pool).sort((a, b) => b.outstanding - a.outstanding);
  const ofOpen = ordered.map((open) => {
    const outcome = placeFor(open, left, outcomes, random);
    left[outcome].cases -= 1;
    left[outcome].money -= open.outstanding;
    return { open, outcome };
  });

  const partPaidTotal = Math.floor((left.FULLY_ENFORCED.money * 0.05) / 1_000) * 1_000;
  const partPayers = Math.min(Math.floor(left.WITH.cases * 0.1), Math.floor(partPaidTotal / LEAST));
  const partPaid = splitMoney(partPayers === 0 ? 0 : partPaidTotal, partPayers, random, LEAST);
  if (partPayers > 0) left.FULLY_ENFORCED.money -= partPaidTotal;
  const ofNew = OUTCOMES.flatMap((outcome) => {
    const { cases, money } = left[outcome];
    if (cases === 0 && money !== 0)
      throw new Error(`through ${segment.through}: ${money} dong of ${outcome} without a case`);
    return splitMoney(money, cases, random, LEAST).map((amount, index) => ({
      outcome,
      amount,
      partPaid: outcome === 'WITH' ? (partPaid[index] ?? 0) : 0,
    }));
  });
  return { ofOpen, ofNew: random.shuffled(ofNew) };
}

/** An outcome with room for the case, leaving at least one new case and its amount where anything is to be made up. */
function placeFor(
  open: OpenCase,
  left: Readonly<Record<Outcome, Tally>>,
  planned: Readonly<Record<Outcome, Tally>>,
  random: Random,
): Outcome {
  const weights = open.isNotYet ? NOT_YET_WEIGHTS : WITH_WEIGHTS;
  const roomy = OUTCOMES.filter((outcome) => {
    const { cases, money } = left[outcome];
    if (outcome === 'ENTRUSTED' && open.isPartPaid) return false;
    return cases > 1 && money - open.outstanding >= (cases - 1) * LEAST * 2;
  });
  const choices = roomy.map((outcome) => {
    const { cases, money } = left[outcome];
    // A place whose money is used up faster than its cases takes fewer of what is still to come.
    const share = planned[outcome].cases / cases / (planned[outcome].money / money);
    const moneyLeftAfter = (money - open.outstanding) / money;
    return [outcome, (weights[outcome] + 0.01) * cases * Math.min(1, share) ** 3 * moneyLeftAfter ** 8] as const;
  });
  if (choices.length === 0) throw new Error(`no place has room for an open case of ${open.outstanding} dong`);
  return random.weighted(choices);
}
