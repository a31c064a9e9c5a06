import { type DetailRow, type StatedPerson, type SubjectEntity, written } from '@thads/shared';

const NONE: readonly DetailRow[] = [];

/** The sender that a receipt states, of whom the petition itself keeps nothing. */
export function senderRows(
  { sender }: { readonly sender?: StatedPerson | null },
  { territory, id }: SubjectEntity,
): readonly DetailRow[] {
  if (!sender) return NONE;
  return [
    {
      table: 'petition_sender',
      row: {
        territory,
        id,
        name: written(sender.name),
        identity_number: written(sender.identityNumber),
        address: written(sender.address),
      },
    },
  ];
}
