import { type Amount, type IsoDate, type PeriodTotals, addDays, evaluate } from '@thads/shared';
import { exemptionLines } from '../exemption/exemption.lines';
import type { ObligationEvent } from '../obligation/obligation.event';
import { recoveryLines } from '../statistics/recovery.lines';

/**
 * The figures counted the way a clerk would: obligation by obligation, from what happened to it, receipt by receipt.
 * Knows nothing of slots, placements and movements.
 */

/** The facts of one obligation as they stood at the end of a day. */
function factsOn(events: readonly ObligationEvent[], day: IsoDate) {
  const until = events.filter(({ occurredOn }) => occurredOn <= day);
  const owed = until.find(({ type }) => type === 'OBLIGATION_RECORDED')?.amount ?? 0;
  const receipts: number[] = [];
  const handedOn: { type: string; amount: number }[] = [];
  let exempted = 0;
  let hasConditions = true;
  let hasEnded = false;
  const collected = (): number => sum(receipts);
  for (const { type, amount, receipt, distribution } of until) {
    if (type === 'RECEIPT_RECORDED') receipts.push(amount!);
    if (type === 'RECEIPT_REVERSED') receipts[receipt! - 1] = 0;
    if (['REMITTED_TO_BUDGET', 'PAID_TO_CREDITOR', 'COSTS_DEDUCTED'].includes(type)) {
      handedOn.push({ type, amount: amount! });
    }
    if (type === 'DISTRIBUTION_REVERSED') handedOn[distribution! - 1]!.amount = 0;
    if (type === 'EXEMPTION_GRANTED' || type === 'REDUCTION_GRANTED') {
      exempted += amount!;
      hasEnded ||= collected() + exempted === owed;
    }
    if (type === 'OBLIGATION_NOT_YET_WITH_CONDITIONS') hasConditions = false;
    if (type === 'OBLIGATION_WITH_CONDITIONS') hasConditions = true;
    if (type === 'OBLIGATION_ENDED') hasEnded = true;
  }
  const handed = (type: string): number => sum(handedOn.filter((one) => one.type === type).map((one) => one.amount));
  const isCollected = until.length > 0 && !hasEnded && collected() + exempted === owed;
  return {
    outstanding: owed - exempted - collected(),
    collected: collected(),
    remitted: handed('REMITTED_TO_BUDGET'),
    paid: handed('PAID_TO_CREDITOR'),
    costs: handed('COSTS_DEDUCTED'),
    isOpen: until.length > 0 && !hasEnded && !isCollected,
    hasConditions,
    isCollected,
    hasEnded,
    // What the court took off, and of what has ended also the rest.
    leftTheBooks: hasEnded ? owed - collected() : exempted,
  };
}

type Facts = ReturnType<typeof factsOn>;

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

export type Figures = Record<keyof typeof recoveryLines | keyof typeof exemptionLines, Amount>;

export function recount(accepted: readonly ObligationEvent[], from: IsoDate, through: IsoDate): Figures {
  const subjects = [...new Set(accepted.map(({ subject }) => subject))];
  const histories = subjects.map((subject) => accepted.filter((event) => event.subject === subject));
  const pairs = histories.map((own) => ({ before: factsOn(own, addDays(from, -1)), end: factsOn(own, through) }));
  const total = (part: (before: Facts, end: Facts) => Amount): Amount => {
    const amounts = pairs.map(({ before, end }) => part(before, end));
    return { cases: sum(amounts.map(({ cases }) => cases)), money: sum(amounts.map(({ money }) => money)) };
  };
  const collected = (before: Facts, end: Facts): Amount => ({
    cases: Number(end.isCollected) - Number(before.isCollected),
    money: end.collected - before.collected,
  });
  const plus = (a: Amount, stands: boolean, { outstanding }: Facts): Amount =>
    stands ? { cases: a.cases + 1, money: a.money + outstanding } : a;
  const distributed = (kind: 'remitted' | 'paid' | 'costs') =>
    total((before, end) => ({
      cases: Number(end[kind] > 0) - Number(before[kind] > 0),
      money: end[kind] - before[kind],
    }));
  const outstanding = ({ outstanding: money, isOpen }: Facts): Amount =>
    isOpen ? { cases: 1, money } : { cases: 0, money: 0 };
  const nothing: Amount = { cases: 0, money: 0 };
  const recorded = accepted.filter(
    ({ type, occurredOn }) => type === 'OBLIGATION_RECORDED' && from <= occurredOn && occurredOn <= through,
  );
  const newlyRecorded = { cases: recorded.length, money: sum(recorded.map(({ amount }) => amount!)) };
  const carriedOver = total((before) => outstanding(before));
  return {
    carriedOver,
    newlyRecorded,
    handled: {
      cases: carriedOver.cases + newlyRecorded.cases,
      money: carriedOver.money + newlyRecorded.money,
    },
    ended: total((before, end) => ({
      cases: Number(end.hasEnded) - Number(before.hasEnded),
      money: end.leftTheBooks - before.leftTheBooks,
    })),
    notYetWithConditions: total((_before, end) => (end.hasConditions ? nothing : outstanding(end))),
    carriedForward: total((_before, end) => outstanding(end)),
    due: total((before, end) => plus(collected(before, end), end.isOpen, end)),
    withConditions: total((before, end) => plus(collected(before, end), end.isOpen && end.hasConditions, end)),
    collected: total(collected),
    remittedToBudget: distributed('remitted'),
    paidToCreditors: distributed('paid'),
    costsDeducted: distributed('costs'),
    ...recountExemptions(histories, from, through),
  };
}

/** Proposals as they were made, decisions on the day they were taken. */
function recountExemptions(histories: readonly (readonly ObligationEvent[])[], from: IsoDate, through: IsoDate) {
  const counted = { proposed: [] as number[], full: [] as number[], part: [] as number[], refused: [] as number[] };
  for (const history of histories) {
    let proposed = 0;
    for (const { type, amount, occurredOn } of history) {
      const isIn = from <= occurredOn && occurredOn <= through;
      if (type === 'EXEMPTION_PROPOSED') {
        proposed = amount!;
        if (isIn) counted.proposed.push(proposed);
      }
      if (!isIn) continue;
      if (type === 'EXEMPTION_REFUSED') counted.refused.push(proposed);
      if (type === 'EXEMPTION_GRANTED' || type === 'REDUCTION_GRANTED') {
        counted[amount === proposed ? 'full' : 'part'].push(amount!);
      }
    }
  }
  const tally = (amounts: readonly number[]): Amount => ({ cases: amounts.length, money: sum(amounts) });
  return {
    proposed: tally(counted.proposed),
    acceptedInFull: tally(counted.full),
    acceptedInPart: tally(counted.part),
    refused: tally(counted.refused),
  };
}

/** The same figures as the graph has them. */
export function figuresOf(totals: PeriodTotals): Figures {
  const lines = Object.entries({ ...recoveryLines, ...exemptionLines });
  return Object.fromEntries(lines.map(([name, line]) => [name, evaluate(line, totals)])) as Figures;
}
