import { type DetailRow, sha256, withoutDiacritics, wordsOf, written } from '@thads/shared';
import type { CaseEntity } from '../case/case.entity';
import type { CaseEvent } from '../case/case.event';
import { outstandingOf } from '../case/case.money';
import { partyId } from '../party/party.rows';
import { changedFrom, publicFrom, removedFrom, shownFrom } from './public-debtor.listing';

const NONE: readonly DetailRow[] = [];

/**
 * What an event changes of the list: the debtors of the case, each for the time in which he is one, and what is said of the
 * case, for the time in which it is listed. A debtor is public where the two meet.
 */
export function publicDebtorRows(event: CaseEvent, after: CaseEntity, before: CaseEntity | null): readonly DetailRow[] {
  const isTouched = event.parties || event.replacedParties || after.listedOn || before?.listedOn;
  return isTouched ? [...debtorRows(event, after, before), ...listingRows(event, after, before)] : NONE;
}

/** The beginning of a name, as the list is searched and ordered by it. */
export function nameWord(name: string): string {
  return withoutDiacritics(wordsOf(name).join(' '));
}

function debtorRows(
  { id: eventId, occurredOn, parties, replacedParties }: CaseEvent,
  after: CaseEntity,
  before: CaseEntity | null,
): DetailRow[] {
  const { territory, id: caseId } = after;
  const first = after.partiesStated - (parties?.length ?? 0) + 1;
  const stated = (parties ?? []).flatMap(({ role, name, address }, index): DetailRow[] => {
    if (role !== 'DEBTOR') return [];
    const row = {
      territory,
      id: partyId(caseId, first + index),
      case_id: caseId,
      name: written(name),
      address: written(address),
      word: nameWord(name),
      // Of a page that everybody may see nothing tells the place but what cannot be guessed.
      key: sha256(`${eventId.toLowerCase()} ${index}`).toString('base64url').slice(0, 16),
      shown_from: before?.listedOn ? changedFrom(occurredOn) : occurredOn,
    };
    return [{ table: 'public_debtor', row }];
  });
  const replaced = (replacedParties ?? []).map((number): DetailRow => ({
    table: 'public_debtor',
    // Whoever is no debtor is not shown as one for another day.
    row: { territory, id: partyId(caseId, number), shown_until: occurredOn },
    amends: true,
  }));
  return [...stated, ...replaced];
}

function listingRows({ occurredOn }: CaseEvent, after: CaseEntity, before: CaseEntity | null): DetailRow[] {
  const { territory, id: caseId } = after;
  const isNew = after.listedOn !== null && after.listings !== (before?.listings ?? 0);
  const from = isNew ? shownFrom(after, before, occurredOn) : null;
  const rows: DetailRow[] = [];
  if (before?.listedOn && (isNew || after.listedOn === null)) {
    rows.push({
      table: 'public_listing',
      row: { territory, id: listingId(before), shown_until: from ?? removedFrom(occurredOn) },
      amends: true,
    });
  }
  if (isNew) {
    rows.push({
      table: 'public_listing',
      row: {
        territory,
        id: listingId(after),
        case_id: caseId,
        judgment_number: after.judgmentNumber,
        decision_number: after.decisionNumber,
        obligation: outstandingOf(after),
        reason: after.listedGround,
        published_on: publicFrom(after.listedOn!),
        shown_from: from,
      },
    });
  }
  return rows;
}

function listingId({ id, listings }: CaseEntity): string {
  return `${id}.${String(listings).padStart(3, '0')}`;
}
