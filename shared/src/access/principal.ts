import {
  type OfficeRecord,
  type ProvinceRecord,
  findOffice,
  findProvince,
  officesOf,
  territories,
} from '../geography/geography';
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
    const officer = role === 'COMPLAINT_HANDLER' ? handlerOf(claims, province) : null;
    return { role, name, territories: province.territories.toSorted((a, b) => a - b), office: null, officer };
  }
  const office = belonging === 'OFFICE' ? findOffice(value) : officeOfSubject(value);
  if (!office) throw unknown;
  const officer = belonging === 'OFFICER' ? value : null;
  return { role, name, territories: [office.territory], office: office.number, officer };
}

/** The officer that a complaint handler is, of the own province. */
function handlerOf({ officer }: PrincipalClaims, province: ProvinceRecord): string | null {
  if (!officer) return null;
  const office = officeOfSubject(officer);
  if (office && province.territories.includes(office.territory)) return officer;
  throw new ClaimsError(
    `${CLAIMS.officer}: ${JSON.stringify(officer)} is no officer of ${province.id}; it should be such as ${officesOf(province)[0]!.id}.CHV-01`,
  );
}

/** Callers with the same view may be given the same answer to the same question. */
export function viewOf({ role, territories: own, office, officer }: Principal): string {
  return belongingOf(role) === 'NONE' ? role : `${role} ${own.join(',')} ${office ?? ''} ${officer ?? ''}`.trimEnd();
}

/** Whether the bearer's office, or without one territory, is that of an office that events are about. */
export function mayWriteFor(principal: Principal, { number, territory }: OfficeRecord): boolean {
  return principal.office === null ? principal.territories.includes(territory) : principal.office === number;
}
