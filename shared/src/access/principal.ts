import { findOffice, findProvince, territories } from '../geography/geography';
import { officeOfSubject } from '../register/event';
import { type Belonging, ROLE_NAMES, type Role, belongingOf, findRole } from './roles';

/** Who asks: what a token says, checked. */
export interface Principal {
  readonly role: Role;
  /** Who it is, as the journal and the access log name them: the token's subject. */
  readonly name: string;
  /** The territories whose records the bearer may have to do with; ascending. */
  readonly territories: readonly number[];
  /** Number of the office that the bearer belongs to; null: none in particular. */
  readonly office: number | null;
  /** Id of the officer that the bearer is; null: none. */
  readonly officer: string | null;
}

/** What a token says of its bearer besides who it is. */
export interface PrincipalClaims {
  readonly role: string;
  readonly province?: string;
  readonly office?: string;
  readonly officer?: string;
}

/** The claims of our tokens, in the order of `PrincipalClaims`. */
export const CLAIMS = {
  role: 'thads_role',
  province: 'thads_province',
  office: 'thads_office',
  officer: 'thads_officer',
} as const;

/** Territory 0 is the central department's. */
export const EVERYWHERE: readonly number[] = [0, ...territories];

/** A caller without a token. */
export const ANYBODY: Principal = { role: 'PUBLIC', name: 'anonymous', territories: [], office: null, officer: null };

/** Nobody needs a token to be of the public. */
const BEARERS = ROLE_NAMES.filter((role) => role !== 'PUBLIC');

/** What a principal's claims should have said, for whoever issued them. */
export class ClaimsError extends Error {}

const NEEDED: Readonly<Record<Exclude<Belonging, 'NONE'>, { claim: keyof PrincipalClaims; example: string }>> = {
  PROVINCE: { claim: 'province', example: 'VN34-15' },
  OFFICE: { claim: 'office', example: 'VN63-10-01' },
  OFFICER: { claim: 'officer', example: 'VN63-10-01.CHV-01' },
};

/** Errors: `ClaimsError` that names the claim and what it should be; a role is never widened by a claim that is missing. */
export function principalOf(name: string, claims: PrincipalClaims): Principal {
  const role = findRole(claims.role);
  if (!role || role === 'PUBLIC')
    throw new ClaimsError(
      `${CLAIMS.role}: ${JSON.stringify(claims.role)} is no role of the graph; it should be one of ${BEARERS.join(', ')}`,
    );
  const belonging = belongingOf(role);
  if (belonging === 'NONE') return { role, name, territories: EVERYWHERE, office: null, officer: null };
  const { claim, example } = NEEDED[belonging];
  const value = claims[claim];
  if (!value) throw new ClaimsError(`${CLAIMS[claim]}: the role ${role} needs it, such as ${example}`);
  const unknown = new ClaimsError(
    `${CLAIMS[claim]}: ${JSON.stringify(value)} is not known; it should be such as ${example}`,
  );
  if (belonging === 'PROVINCE') {
    const province = findProvince(value);
    if (!province) throw unknown;
    return { role, name, territories: province.territories.toSorted((a, b) => a - b), office: null, officer: null };
  }
  const office = belonging === 'OFFICE' ? findOffice(value) : officeOfSubject(value);
  if (!office) throw unknown;
  const officer = belonging === 'OFFICER' ? value : null;
  return { role, name, territories: [office.territory], office: office.number, officer };
}

/** Callers with the same view may be given the same answer to the same question. */
export function viewOf({ role, territories: own, office, officer }: Principal): string {
  return belongingOf(role) === 'NONE' ? role : `${role} ${own.join(',')} ${office ?? ''} ${officer ?? ''}`.trimEnd();
}
