import type { Principal } from '../../access/principal';
import { rowAccessOf } from '../../access/row-access';
import { type IsoDate, parseIsoDate } from '../../calendar/date';
import { badInput } from '../../errors';
import { officesOf, provinces34, requireOffice, requireProvince } from '../../geography/geography';
import type { DatasetDefinition } from '../dataset';
import type { ExportConditions } from './export';

/** The rows that one file of an export has. */
export interface ExportPart {
  /** Of 2025; null: the central department. */
  readonly province: string | null;
  readonly conditions: readonly string[];
}

/**
 * The parts of an export, in order: one for every province that rows are asked of and that the caller can have rows of,
 * and one for the central department where it is asked for by nobody naming provinces or by its own id. Errors:
 * `BAD_USER_INPUT` for a filter that says nothing.
 */
export function partsOf(
  dataset: DatasetDefinition,
  filter: ExportConditions | null | undefined,
  principal: Principal,
): ExportPart[] {
  const { provinces, office: officeId, lastEventFrom, lastEventThrough } = filter ?? {};
  const conditions: string[] = [];
  const office = officeId === null || officeId === undefined ? null : requireOffice(officeId);
  if (office) conditions.push(`${dataset.office} = ${office.number}`);
  if (lastEventFrom) conditions.push(`${lastEventOf(dataset)} >= ${day(lastEventFrom, 'lastEventFrom')}`);
  if (lastEventThrough) conditions.push(`${lastEventOf(dataset)} <= ${day(lastEventThrough, 'lastEventThrough')}`);
  if (provinces?.length === 0)
    throw badInput('filter.provinces: the list is empty; name one or more, or leave it out.');
  const asked = provinces && new Set(provinces.flatMap((id) => requireProvince(id).territories));
  const reach = rowAccessOf(principal).territories;
  const isWanted = (territory: number): boolean =>
    (!asked || asked.has(territory)) &&
    (!office || office.territory === territory) &&
    (reach === 'ALL' || reach.includes(territory));
  const parts = provinces34.flatMap((province): ExportPart[] => {
    const territories = province.territories.filter(isWanted);
    if (territories.length === 0) return [];
    const numbers = officesOf(province).map(({ number }) => number);
    // The ledger is found by office: the territory alone would have it read as a whole.
    const byOffice = dataset.subject === null && !office ? [`${dataset.office} in (${numbers.join(', ')})`] : [];
    return [
      { province: province.id, conditions: [`r.territory in (${territories.join(', ')})`, ...byOffice, ...conditions] },
    ];
  });
  return isWanted(0) ? [...parts, { province: null, conditions: ['r.territory = 0', ...conditions] }] : parts;
}

function lastEventOf({ name, lastEventOn }: DatasetDefinition): string {
  if (lastEventOn !== null) return lastEventOn;
  throw badInput(`filter: rows of ${name} have no last event; leave lastEventFrom and lastEventThrough out.`);
}

function day(text: IsoDate, field: string): string {
  return `date '${parseIsoDate(text, `filter.${field}`)}'`;
}
