import { badInput } from '../errors';
import provinceData from './provinces.json';

/** The administrative boundaries in which a figure can be asked: 34 provinces since 1 July 2025, 63 before. */
export type BoundariesCode = 'VN34' | 'VN63';

/**
 * A province in one of the two boundaries. Ids are own identifiers, since seven official codes were re-used for other
 * units in 2025: `VN34-15` is Lào Cai with Yên Bái, `VN63-15` was Yên Bái.
 */
export interface ProvinceRecord {
  readonly id: string;
  readonly boundaries: BoundariesCode;
  readonly code: string;
  readonly name: string;
  readonly nameVi: string;
  /** The numbers of the territories (the 63 older provinces) that it consists of. */
  readonly territories: readonly number[];
}

/** An enforcement office. `territory` is the older province it works in; 0 for the central department. */
export interface OfficeRecord {
  readonly id: string;
  /** Unique number, used as key in the registers: territory × 100 + running number; 0 for the central department. */
  readonly number: number;
  readonly territory: number;
  readonly name: string;
  readonly nameVi: string;
}

/** Anything statistics can be asked for. */
export interface Scope {
  readonly id: string;
  readonly level: 'NATION' | 'PROVINCE' | 'OFFICE';
  readonly territories: readonly number[];
  readonly office: OfficeRecord | null;
  readonly boundaries: BoundariesCode | null;
}

export const NATION_ID = 'VN';
export const CENTRAL_OFFICE_ID = 'VN-00';

export const provinces34: readonly ProvinceRecord[] = provinceData.map((province) => ({
  id: `VN34-${province.code}`,
  boundaries: 'VN34',
  code: province.code,
  name: province.name,
  nameVi: province.nameVi,
  territories: province.predecessors.map((predecessor) => Number(predecessor.code)),
}));

export const provinces63: readonly ProvinceRecord[] = provinceData
  .flatMap((province) => province.predecessors)
  .map((province) => ({
    id: `VN63-${province.code}`,
    boundaries: 'VN63' as const,
    code: province.code,
    name: province.name,
    nameVi: province.nameVi,
    territories: [Number(province.code)],
  }))
  .sort((a, b) => a.code.localeCompare(b.code));

/** The numbers of the 63 territories, which every province of either boundaries is a union of. */
export const territories: readonly number[] = provinces63.flatMap((province) => province.territories);

/** The real offices' list is not public: numbers per territory add up to the 355 announced, names are made up. */
export const offices: readonly OfficeRecord[] = [
  {
    id: CENTRAL_OFFICE_ID,
    number: 0,
    territory: 0,
    name: 'Department of Civil Judgment Enforcement Management',
    nameVi: 'Cục Quản lý Thi hành án dân sự',
  },
  ...provinceData
    .flatMap((province) => province.predecessors)
    .flatMap((territory) => [
      officeOf(territory.code, 0, `${territory.name} provincial enforcement agency`, `THADS tỉnh ${territory.nameVi}`),
      ...Array.from({ length: territory.regionalOffices }, (_, index) =>
        officeOf(
          territory.code,
          index + 1,
          `${territory.name} regional office ${index + 1} (made-up name)`,
          `Phòng THADS khu vực ${index + 1} - ${territory.nameVi} (tên giả định)`,
        ),
      ),
    ])
    .sort((a, b) => a.number - b.number),
];

function officeOf(territoryCode: string, running: number, name: string, nameVi: string): OfficeRecord {
  const territory = Number(territoryCode);
  return {
    id: `VN63-${territoryCode}-${String(running).padStart(2, '0')}`,
    number: territory * 100 + running,
    territory,
    name,
    nameVi,
  };
}

const provinceById = new Map([...provinces34, ...provinces63].map((province) => [province.id, province]));
const officeById = new Map(offices.map((office) => [office.id, office]));
const officeByNumber = new Map(offices.map((office) => [office.number, office]));

export function provincesOf(boundaries: BoundariesCode): readonly ProvinceRecord[] {
  return boundaries === 'VN34' ? provinces34 : provinces63;
}

/** Null for an unknown id. */
export function findProvince(id: string): ProvinceRecord | null {
  return provinceById.get(id) ?? null;
}

/** Null for an unknown id. */
export function findOffice(id: string): OfficeRecord | null {
  return officeById.get(id) ?? null;
}

/** Errors: `BAD_USER_INPUT` with the form of province ids and, where it helps, the ids that share the code. */
export function requireProvince(id: string): ProvinceRecord {
  const province = findProvince(id);
  if (province) return province;
  const code = /(\d{2})$/.exec(id)?.[1];
  const near = [...provinceById.values()].filter((candidate) => candidate.code === code).map(describe);
  throw badInput(
    `Unknown province id ${JSON.stringify(id)}. A province id is VN34-<code> (since 1 July 2025) or VN63-<code> (before); ` +
      `the query "provinces" lists them.${near.length > 0 ? ` With code ${code}: ${near.join(', ')}.` : ''}`,
  );
}

function describe(province: ProvinceRecord): string {
  return `${province.id} (${province.nameVi})`;
}

/** Errors: `BAD_USER_INPUT` with the form of office ids. */
export function requireOffice(id: string): OfficeRecord {
  const office = findOffice(id);
  if (office) return office;
  throw badInput(
    `Unknown office id ${JSON.stringify(id)}. An office id is VN63-<province code>-<number>, e.g. VN63-10-01; ` +
      'the field "offices" of a province lists them.',
  );
}

/** The office with a number that the registers hold. Throws for a number that no office has: stored data is broken. */
export function officeNumbered(number: number): OfficeRecord {
  const office = officeByNumber.get(number);
  if (!office) throw new Error(`no office has the number ${number}`);
  return office;
}

/** The offices of a province in either boundaries, in order of number. */
export function officesOf(province: ProvinceRecord): readonly OfficeRecord[] {
  return offices.filter((office) => province.territories.includes(office.territory));
}

export function predecessorsOf(province: ProvinceRecord): readonly ProvinceRecord[] {
  if (province.boundaries === 'VN63') return [];
  return provinces63.filter((older) => province.territories.includes(older.territories[0]!));
}

export function successorOf(province: ProvinceRecord): ProvinceRecord | null {
  if (province.boundaries === 'VN34') return null;
  return provinces34.find((newer) => newer.territories.includes(province.territories[0]!)) ?? null;
}

/** The province of a territory in the boundaries asked for; null for the central department's territory 0. */
export function provinceOfTerritory(territory: number, boundaries: BoundariesCode): ProvinceRecord | null {
  return provincesOf(boundaries).find((province) => province.territories.includes(territory)) ?? null;
}

/** The nation, a province or an office by its id; null for an unknown id. */
export function findScope(id: string): Scope | null {
  if (id === NATION_ID) {
    // With the central department's own territory, which no province has.
    return { id, level: 'NATION', territories: [0, ...territories], office: null, boundaries: null };
  }
  const province = findProvince(id);
  if (province) {
    const { territories: parts, boundaries } = province;
    return { id, level: 'PROVINCE', territories: parts, office: null, boundaries };
  }
  const office = findOffice(id);
  return office && { id, level: 'OFFICE', territories: [office.territory], office, boundaries: null };
}
