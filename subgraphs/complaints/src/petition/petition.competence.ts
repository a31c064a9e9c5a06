import { type IsoDate, type OfficeRecord, officeOfSubject, provinceOfTerritory } from '@thads/shared';
import type { CompetenceLevel } from './petition.enums';

/** District sub-departments were agencies of their own until the day before; regional offices are parts of one. */
export const ONE_LOCAL_LEVEL_SINCE: IsoDate = '2025-07-01';

/** An agency whose head decides; offices of one agency have the same. */
export interface Agency {
  readonly level: CompetenceLevel;
  readonly name: string;
}

const MINISTER: Agency = { level: 'MINISTER', name: 'the Minister of Justice' };
const CENTRAL: Agency = { level: 'CENTRAL', name: 'the central department' };

/** The agency that an office was, or was a part of, on a day. */
export function agencyOf({ id, number, territory }: OfficeRecord, day: IsoDate): Agency {
  if (territory === 0) return CENTRAL;
  const isProvincial = number % 100 === 0;
  if (day < ONE_LOCAL_LEVEL_SINCE && !isProvincial) return { level: 'DISTRICT', name: id };
  return provincialAgency(territory, day);
}

/** The agency above: its head decides in the second round, and on complaints against the head of the one below. */
export function agencyAbove(office: OfficeRecord, day: IsoDate): Agency {
  switch (agencyOf(office, day).level) {
    case 'DISTRICT':
      return provincialAgency(office.territory, day);
    case 'PROVINCE':
      return CENTRAL;
    default:
      return MINISTER;
  }
}

function provincialAgency(territory: number, day: IsoDate): Agency {
  const province = provinceOfTerritory(territory, day < ONE_LOCAL_LEVEL_SINCE ? 'VN63' : 'VN34')!;
  return { level: 'PROVINCE', name: `the provincial agency of ${province.id}` };
}

/** What competence depends on. */
export interface CompetenceQuestion {
  /** The petition's own id: the office that received it. */
  readonly id: string;
  readonly round: number;
  /** The complaint of the first round. */
  readonly follows: string | null;
}

/** The agency whose head decides: of a first round the receiving office's own, of a second the one above the first. */
export function competentAgency({ id, round, follows }: CompetenceQuestion, day: IsoDate): Agency {
  return round === 2 && follows !== null
    ? agencyAbove(officeOfSubject(follows)!, day)
    : agencyOf(officeOfSubject(id)!, day);
}

export function isSameAgency(one: Agency, other: Agency): boolean {
  return one.level === other.level && one.name === other.name;
}
