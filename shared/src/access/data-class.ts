import { ROLE_NAMES, type Role } from './roles';

/**
 * What a class of data is to a role. `full`: as it is. `own`: of the bearer's own territory. `masked`: without what
 * tells of single persons or few people. `denied`: not at all.
 */
export type Rule = 'full' | 'own' | 'masked' | 'denied';

type Rules = Readonly<Record<Role, Rule>>;

/** Of a class: which roles have it in full, of their own territory and masked; all others are denied it. */
function rules(given: Partial<Record<Exclude<Rule, 'denied'>, readonly Role[]>>): Rules {
  const ruleOf = (role: Role): Rule =>
    (['full', 'own', 'masked'] as const).find((rule) => given[rule]?.includes(role)) ?? 'denied';
  return Object.fromEntries(ROLE_NAMES.map((role) => [role, ruleOf(role)])) as Rules;
}

const PROVINCIAL = [
  'PROVINCE_VIEWER',
  'OFFICE_CLERK',
  'OFFICER',
  'HEAD_OF_PROVINCE',
  'INSPECTOR',
  'COMPLAINT_HANDLER',
] as const;
const CENTRAL = ['CENTRAL_STATISTICIAN', 'CENTRAL_INSPECTOR', 'AUDITOR', 'REGISTRAR'] as const;

/**
 * The policy: data class × role. Which class a field or argument belongs to is said in policy.ts; a class says nothing
 * about rows, whose territory row level security compares with the bearer's.
 */
export const ACCESS = {
  /** Geography, calendars, definitions, the form of answers. */
  OPEN: rules({ full: ROLE_NAMES }),
  /** Statistics of cases and money of the nation and the provinces, which are published. */
  FIGURES: rules({ full: ROLE_NAMES }),
  /** The same by office. */
  OFFICE_FIGURES: rules({ full: CENTRAL, own: PROVINCIAL }),
  /** Statistics of complaints, reception and inspections of the nation: small counts are withheld from the public. */
  NATIONAL_SMALL_FIGURES: rules({ full: [...CENTRAL, ...PROVINCIAL], masked: ['PUBLIC'] }),
  /** The same of a province. */
  SMALL_FIGURES: rules({ full: CENTRAL, own: PROVINCIAL, masked: ['PUBLIC'] }),
  /** The same by office, and their trends. */
  DETAILED_SMALL_FIGURES: rules({ full: CENTRAL, own: PROVINCIAL }),
  /** Small figures by kind and month, for all but the public. */
  NATIONAL_DETAILS: rules({ full: [...CENTRAL, ...PROVINCIAL] }),
  /** Cases and what was recovered on them; an officer's are the own ones. */
  CASE_RECORD: rules({ full: CENTRAL, own: PROVINCIAL }),
  /** Officers by name, as they sign. */
  STAFF_RECORD: rules({ full: CENTRAL, own: PROVINCIAL }),
  /** Petitions, receptions and requests for compensation; denunciations among them are a class of their own. */
  COMPLAINT_RECORD: rules({
    full: CENTRAL,
    own: ['PROVINCE_VIEWER', 'OFFICE_CLERK', 'HEAD_OF_PROVINCE', 'INSPECTOR', 'COMPLAINT_HANDLER'],
  }),
  /** That there is a denunciation at all. */
  DENUNCIATION: rules({ full: ['CENTRAL_INSPECTOR', 'REGISTRAR'], own: ['HEAD_OF_PROVINCE', 'COMPLAINT_HANDLER'] }),
  /** Inspections, findings, supervision and protests. */
  INSPECTION_RECORD: rules({
    full: CENTRAL,
    own: ['PROVINCE_VIEWER', 'OFFICE_CLERK', 'HEAD_OF_PROVINCE', 'INSPECTOR'],
  }),
  /** Names, identity numbers and addresses of the parties. */
  PARTY: rules({
    full: ['OFFICE_CLERK', 'OFFICER', 'HEAD_OF_PROVINCE', 'INSPECTOR', 'CENTRAL_INSPECTOR', 'REGISTRAR'],
    masked: ['PROVINCE_VIEWER', 'COMPLAINT_HANDLER', 'CENTRAL_STATISTICIAN', 'AUDITOR'],
  }),
  /** To look for a party by name tells who it is. */
  PARTY_SEARCH: rules({
    full: ['OFFICE_CLERK', 'OFFICER', 'HEAD_OF_PROVINCE', 'INSPECTOR', 'CENTRAL_INSPECTOR', 'REGISTRAR'],
  }),
  /** Who sent a petition that is no denunciation. */
  PETITIONER: rules({
    full: ['HEAD_OF_PROVINCE', 'INSPECTOR', 'COMPLAINT_HANDLER', 'CENTRAL_INSPECTOR'],
    masked: ['PROVINCE_VIEWER', 'OFFICE_CLERK', 'CENTRAL_STATISTICIAN', 'AUDITOR', 'REGISTRAR'],
  }),
  /** Who denounced: of the role only the officer who is in charge of that denunciation, see `ruleInRow`. */
  DENOUNCER: rules({ own: ['COMPLAINT_HANDLER'] }),
  /** Whether a petition was signed and by how many; of a denunciation it is for whom the denouncer is. */
  SIGNATURE: rules({
    full: [...CENTRAL, 'PROVINCE_VIEWER', 'OFFICE_CLERK', 'HEAD_OF_PROVINCE', 'INSPECTOR', 'COMPLAINT_HANDLER'],
  }),
  /** How far a register's journal has come: it counts what happened in the whole country. */
  JOURNAL: rules({ full: CENTRAL }),
  /** The place of one entry in it. */
  PLACE_IN_JOURNAL: rules({ full: CENTRAL }),
  CASE_SUBMISSION: rules({ full: ['REGISTRAR'], own: ['OFFICE_CLERK', 'HEAD_OF_PROVINCE'] }),
  COMPLAINT_SUBMISSION: rules({ full: ['REGISTRAR'], own: ['OFFICE_CLERK', 'HEAD_OF_PROVINCE', 'COMPLAINT_HANDLER'] }),
  /** Who is in charge of a petition, and so may know who denounced: nobody puts himself in charge. */
  ASSIGNMENT: rules({ full: ['REGISTRAR'], own: ['OFFICE_CLERK', 'HEAD_OF_PROVINCE'] }),
  INSPECTION_SUBMISSION: rules({
    full: ['REGISTRAR', 'CENTRAL_INSPECTOR'],
    own: ['OFFICE_CLERK', 'HEAD_OF_PROVINCE', 'INSPECTOR'],
  }),
  RECOVERY_SUBMISSION: rules({ full: ['REGISTRAR'], own: ['OFFICE_CLERK', 'HEAD_OF_PROVINCE'] }),
  /** To take the whole of what one may see, and to follow how it changes. */
  BULK: rules({ full: [...CENTRAL, ...PROVINCIAL] }),
  /** Who looked at which persons' data, and why. */
  ACCESS_LOG: rules({ full: ['AUDITOR'] }),
} as const satisfies Record<string, Rules>;
export type DataClass = keyof typeof ACCESS;

export function ruleFor(dataClass: DataClass, role: Role): Rule {
  return ACCESS[dataClass][role];
}

/** Whether there is a role that has less of it than others, so that it has to be asked who it is. */
export function isRestricted(dataClass: DataClass): boolean {
  return ROLE_NAMES.some((role) => ruleFor(dataClass, role) !== 'full');
}

/** Classes of what is known of single persons, and of who looked at it: reading it takes a purpose and leaves a trace. */
const PERSONAL: ReadonlySet<DataClass> = new Set(['PARTY', 'PARTY_SEARCH', 'PETITIONER', 'DENOUNCER', 'ACCESS_LOG']);

export function isPersonal(dataClass: DataClass): boolean {
  return PERSONAL.has(dataClass);
}

/** Classes of what stands beside what was asked for: who may not have it finds nothing there, and no error. */
const QUIET: ReadonlySet<DataClass> = new Set(['SIGNATURE', 'PLACE_IN_JOURNAL']);

export function isQuiet(dataClass: DataClass): boolean {
  return QUIET.has(dataClass);
}

/** Classes of sending events: whoever may send them may say everything in them, and so knows it. */
const SENDING: ReadonlySet<DataClass> = new Set([
  'CASE_SUBMISSION',
  'COMPLAINT_SUBMISSION',
  'INSPECTION_SUBMISSION',
  'RECOVERY_SUBMISSION',
]);

export function isSending(dataClass: DataClass): boolean {
  return SENDING.has(dataClass);
}
