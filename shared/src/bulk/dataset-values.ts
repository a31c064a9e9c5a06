import { CENTRAL_OFFICE_ID, provinceOfTerritory, territories } from '../geography/geography';
import { OVERLAY_BITS } from '../statistics/overlays';
import type { DatasetField } from './dataset';

type Value = Pick<DatasetField, 'type' | 'sql'>;

/** The id of the office of a number, as in the graph. */
export function officeId(number: string): Value {
  const digits = (value: string): string => `lpad((${value})::text, 2, '0')`;
  return {
    type: 'ID',
    sql: `case when ${number} = 0 then '${CENTRAL_OFFICE_ID}'
      else 'VN63-' || ${digits(`${number} / 100`)} || '-' || ${digits(`${number} % 100`)} end`,
  };
}

const PROVINCES = Array.from(
  { length: Math.max(...territories) },
  (_, index) => `'${provinceOfTerritory(index + 1, 'VN34')?.id ?? ''}'`,
).join(',');

/** The id of the province of 2025 that a territory is part of; null for the central department's. */
export function provinceId(territory: string): Value {
  return { type: 'ID', sql: `(array[${PROVINCES}])[${territory}]` };
}

/** The names of the special categories in a set of bits. */
export function overlayList(bits: string): Value {
  const names = Object.entries(OVERLAY_BITS).map(([name, bit]) => `case when ${bits} & ${bit} <> 0 then '${name}' end`);
  return { type: 'TEXT_LIST', sql: `array_remove(array[${names.join(', ')}], null)` };
}

/** The territory of a subject's id. */
export function territoryOfId(id: string): string {
  return `case when ${id} like 'VN-00%' then 0 else substr(${id}, 6, 2)::smallint end`;
}
