import { type DetailRow, type IsoDate, type SubjectEntity, type WordSource, endingsOf, written } from '@thads/shared';
import type { PartyFields, StatedParty } from './party.event';
import type { PartyCounts } from './party.guards';

type CaseWithParties = SubjectEntity & PartyCounts;

/** What an event changes of the parties when it is taken: what the case says of them. */
export function partiesAfter(
  { parties, replacedParties }: PartyFields,
  before: PartyCounts | null,
): Pick<PartyCounts, 'partiesStated' | 'partiesReplaced'> {
  const replaced = [...(before?.partiesReplaced ?? []), ...(replacedParties ?? [])];
  return {
    partiesStated: (before?.partiesStated ?? 0) + (parties?.length ?? 0),
    partiesReplaced: replaced.length > 0 ? replaced : null,
  };
}

/** What parties are found by. A part of a name is a person's as much as the whole. */
export const partyWords: WordSource = {
  table: 'cases.party_word',
  word: 'word',
  id: 'case_id',
  only: 'replaced_on is null',
};

const NONE: readonly DetailRow[] = [];

/** The parties that an event states with the words that each is found by, and the end of the words of those replaced. */
export function partyRows(
  event: PartyFields & { readonly occurredOn: IsoDate },
  after: CaseWithParties,
): readonly DetailRow[] {
  const { parties, replacedParties, occurredOn } = event;
  if (!parties && !replacedParties) return NONE;
  const first = after.partiesStated - (parties?.length ?? 0) + 1;
  return [
    ...(parties ?? []).flatMap((party, index) => rowsOf(party, first + index, occurredOn, after)),
    ...(replacedParties ?? []).map((number): DetailRow => ({
      table: 'party_word',
      row: { territory: after.territory, id: partyId(after.id, number), replaced_on: occurredOn },
      amends: true,
    })),
  ];
}

function rowsOf(party: StatedParty, number: number, statedOn: IsoDate, of: CaseWithParties): DetailRow[] {
  const { territory, office, id: caseId } = of;
  const id = partyId(caseId, number);
  const name = written(party.name)!;
  return [
    {
      table: 'party',
      row: {
        territory,
        id,
        case_id: caseId,
        number,
        role: party.role,
        kind: party.kind,
        name,
        identity_number: written(party.identityNumber),
        address: written(party.address),
        stated_on: statedOn,
      },
    },
    ...endingsOf(name).map((word): DetailRow => ({
      table: 'party_word',
      row: { territory, id, office, word, case_id: caseId },
    })),
  ];
}

export function partyId(caseId: string, number: number): string {
  return `${caseId}.${String(number).padStart(3, '0')}`;
}
