import type { GuardRefusal, Grounds } from '@thads/shared';
import type { PartyFields, StatedParty } from './party.event';

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

/** Characters of a party's texts. */
export const LONGEST = { name: 200, identityNumber: 50, address: 500 } as const;

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

/** The refusal names the place of a party and never what it says: that may be of a person. */
export const partiesFit: PartyGuard = ({ parties, replacedParties }, state) => {
  const stated = parties ?? [];
  for (const [index, party] of stated.entries()) {
    const fault = textFault(party, index);
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

function textFault(party: StatedParty, index: number): GuardRefusal | null {
  for (const [part, longest] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][]) {
    const text = party[part];
    if (text === null || text === undefined) continue;
    const field = `parties.${index}.${part}`;
    const length = [...written(text)!].length;
    if (length === 0) {
      return { rule: 'FIELD_EMPTY', message: `${field} is empty.`, allowed: textAllowed(part), field };
    }
    if (text.includes('\0')) {
      return {
        rule: 'TEXT_NOT_ALLOWED',
        message: `${field} contains a NUL character.`,
        allowed: 'text without control characters',
        field,
      };
    }
    if (length > longest) {
      return {
        rule: 'TEXT_TOO_LONG',
        message: `${field} has ${length} characters.`,
        allowed: `at most ${longest} characters`,
        field,
      };
    }
  }
  return null;
}

function textAllowed(part: keyof typeof LONGEST): string {
  return part === 'name' ? 'a name' : 'a text, or leave it out';
}

/** A text of a party as it is kept. */
export function written(text: string | null | undefined): string | null {
  return text?.normalize('NFC').trim() ?? null;
}

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
