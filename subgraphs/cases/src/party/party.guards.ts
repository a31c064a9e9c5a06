import { type GuardRefusal, type Grounds, personFault } from '@thads/shared';
import type { PartyFields } from './party.event';

/** What of a case the guards look at. */
export interface PartyCounts {
  readonly id: string;
  /** Parties stated so far, the number of the latest. */
  readonly partiesStated: number;
  /** Numbers of those in whose place others were stated. */
  readonly partiesReplaced: readonly number[] | null;
}

type PartyGuard = (
  event: PartyFields & { readonly ground?: string | null },
  state: PartyCounts | null,
) => GuardRefusal | null;

/** Parties of a case at a time, and in all. */
const MOST_PARTIES = 100;
const MOST_STATED = 999;

export const partyGrounds: Grounds = {
  ADDED: 'A party that had not been stated (bổ sung đương sự).',
  SUCCESSION: 'Rights and obligations pass to others: art. 54 (chuyển giao quyền, nghĩa vụ thi hành án).',
  CORRECTION: 'A party was stated in error (đính chính).',
};

/** The numbers of the parties of a case that stand. */
export function standingParties({ partiesStated, partiesReplaced }: PartyCounts): number[] {
  return Array.from({ length: partiesStated }, (_, index) => index + 1).filter(
    (number) => !partiesReplaced?.includes(number),
  );
}

export const partiesFit: PartyGuard = ({ parties, replacedParties }, state) => {
  const stated = parties ?? [];
  for (const [index, party] of stated.entries()) {
    const fault = personFault(party, `parties.${index}`);
    if (fault) return fault;
  }
  const before = state ? standingParties(state).length - (replacedParties?.length ?? 0) : 0;
  if (before + stated.length > MOST_PARTIES) {
    return {
      rule: 'PARTIES_TOO_MANY',
      message: `parties are ${stated.length}; with them the case would have ${before + stated.length}.`,
      allowed: `at most ${MOST_PARTIES} parties of a case at a time`,
      field: 'parties',
    };
  }
  const ever = (state?.partiesStated ?? 0) + stated.length;
  return ever > MOST_STATED
    ? {
        rule: 'PARTIES_TOO_MANY',
        message: `parties are ${stated.length}; with them ${ever} would have been stated, those replaced included.`,
        allowed: `at most ${MOST_STATED} parties of a case in all`,
        field: 'parties',
      }
    : null;
};

/** Who takes whose place, as the ground says. */
export const replacementFits: PartyGuard = ({ ground, parties, replacedParties }, state) => {
  const replaced = replacedParties ?? [];
  if (ground !== 'CORRECTION' && !parties?.length) {
    return {
      rule: 'PARTIES_MISSING',
      message: `parties are none, but the ground is ${ground}.`,
      allowed: 'at least one party; none only with the ground CORRECTION',
      field: 'parties',
    };
  }
  if ((ground === 'ADDED') !== (replaced.length === 0)) {
    return {
      rule: 'GROUND_CONTRADICTS',
      message:
        replaced.length === 0
          ? `The ground is ${ground}, but replacedParties names nobody.`
          : 'The ground is ADDED, but replacedParties names parties.',
      allowed: 'ADDED without replacedParties, SUCCESSION and CORRECTION with it',
      field: 'replacedParties',
    };
  }
  const standing = standingParties(state!);
  const unknown = replaced.find((number, index) => !standing.includes(number) || replaced.indexOf(number) !== index);
  return unknown === undefined
    ? null
    : {
        rule: 'PARTY_UNKNOWN',
        message: `replacedParties names ${unknown}, which is no party of ${state!.id} now, or is there twice.`,
        allowed: standing.length > 0 ? `numbers of its parties: ${standing.join(', ')}` : 'nothing: it has no parties',
        field: 'replacedParties',
      };
};
