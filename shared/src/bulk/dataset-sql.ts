import type { Principal } from '../access/principal';
import type { DatasetDefinition } from './dataset';
import type { AllowedField } from './dataset-access';

/** In SQL as `masked` of mask.ts masks: by a name made of the record's id for the statistician, and else nothing of it. */
function maskedSql(sql: string, { role }: Principal): string {
  const shown =
    role === 'CENTRAL_STATISTICIAN' ? `'#' || left(encode(sha256(convert_to(r.id, 'UTF8')), 'hex'), 12)` : `'***'`;
  return `case when (${sql}) is not null then ${shown} end`;
}

/** The value of a field as PostgreSQL has it: days, moments and lists as such. */
export function valueSql({ sql, masked }: AllowedField, principal: Principal): string {
  return masked ? maskedSql(sql, principal) : sql;
}

/** The same as JSON has it. */
function jsonValueSql(field: AllowedField, principal: Principal): string {
  const value = valueSql(field, principal);
  if (field.type !== 'TIMESTAMP') return value;
  return `to_char((${value}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** The same as `JsonLines` takes it of COPY: what JSON has no quotation marks around is JSON. */
export function jsonTextSql(field: AllowedField, principal: Principal): string {
  const value = jsonValueSql(field, principal);
  if (field.type === 'TEXT_LIST') return `to_json(${value})::text`;
  return field.type === 'BOOLEAN' ? `(${value})::text` : value;
}

/** Whether JSON has values of the type between quotation marks. */
export function isQuoted({ type }: AllowedField): boolean {
  return type === 'ID' || type === 'TEXT' || type === 'DATE' || type === 'TIMESTAMP';
}

/** The characters that a spreadsheet takes for the beginning of a formula. */
const FORMULA = [...'-=+@\t\r'].map((character) => character.charCodeAt(0)).join(', ');
/** Between the values of a list, none of which has it. */
const LIST_SEPARATOR = '|';

/** The same as a file of comma-separated values has it: text that begins like a formula after an apostrophe. */
export function csvValueSql(field: AllowedField, principal: Principal): string {
  const value = jsonValueSql(field, principal);
  if (field.type === 'TEXT_LIST') return `array_to_string((${value}), '${LIST_SEPARATOR}')`;
  if (field.type === 'BOOLEAN') return `(${value})::text`;
  return field.type === 'TEXT'
    ? `case when ascii(${value}) in (${FORMULA}) then '''' || (${value}) else ${value} end`
    : value;
}

/** The select that gives a value for each field, under the field's name, of the rows under `conditions`. */
export function datasetSelect(
  { source, only, groupBy, orderBy }: DatasetDefinition,
  fields: readonly AllowedField[],
  conditions: readonly string[],
  valueOf: (field: AllowedField) => string,
): string {
  const tests = [...(only ? [only] : []), ...conditions];
  return [
    `select ${fields.map((field) => `${valueOf(field)} as "${field.name}"`).join(', ')}`,
    `from ${source}`,
    ...(tests.length > 0 ? [`where ${tests.map((test) => `(${test})`).join(' and ')}`] : []),
    ...(groupBy ? [`group by ${groupBy}`] : []),
    `order by ${orderBy}`,
  ].join('\n');
}

/**
 * The select of one column `line`: each row as the JSON object that a line of an export in JSON Lines is, byte for byte.
 * Conditions are of the row `r`. Whoever runs it does so with the row access of the caller.
 */
export function jsonLineSelect(
  dataset: DatasetDefinition,
  fields: readonly AllowedField[],
  conditions: readonly string[],
  principal: Principal,
): string {
  const rows = datasetSelect(dataset, fields, conditions, (field) => jsonValueSql(field, principal));
  return `select row_to_json(l)::text as line from (${rows}) l`;
}
