import { type DataClass, type Rule, ruleFor } from './data-class';
import type { Principal } from './principal';

/** What a petition says of how its sender is kept secret. */
interface PetitionRow {
  readonly kind: string;
  readonly splitFrom: string | null;
  /** The officer in charge. */
  readonly handler: string | null;
}

/** Petitions that are no denunciation and tell of none, in SQL of the petition `p`: the other side of `isDenouncers`. */
export const NOT_DENOUNCERS = `p.kind not in ('DENUNCIATION', 'MIXED') and p.split_from is null`;

/**
 * Whether its sender is kept as a denouncer is. So are those of mixed letters and of their parts: a denunciation names no
 * letter that it was a part of, but where one part is missing, the sender of the others would be the denouncer.
 */
function isDenouncers({ kind, splitFrom }: PetitionRow): boolean {
  return kind === 'DENUNCIATION' || kind === 'MIXED' || splitFrom !== null;
}

/** What a field of a class is to the caller in this row: who sent a petition is the one thing that depends on the row. */
export function ruleInRow(
  dataClass: DataClass,
  row: unknown,
  { role, officer }: Principal,
): { readonly dataClass: DataClass; readonly rule: Rule } {
  const rule = ruleFor(dataClass, role);
  if (dataClass !== 'PETITIONER' && dataClass !== 'SIGNATURE') return { dataClass, rule };
  const petition = row as PetitionRow;
  if (!isDenouncers(petition)) return { dataClass, rule };
  const isInCharge = ruleFor('DENOUNCER', role) === 'own' && petition.handler !== null && petition.handler === officer;
  return { dataClass: dataClass === 'PETITIONER' ? 'DENOUNCER' : dataClass, rule: isInCharge ? 'full' : 'denied' };
}
