import { type RegisterDefinition, dimensionsOf } from '../register/register';
import type { LineDefinition, Term } from '../statistics/lines';
import { type DatasetDefinition, type DatasetField, datasetFields } from './dataset';
import { officeId, overlayList, provinceId } from './dataset-values';

interface StatisticsDataset {
  readonly name: string;
  /** `caseStatistics`: of an office, whose figures are the finest that there are. */
  readonly statistics: string;
  readonly title: string;
  /** What the graph's figures are made of, by name. */
  readonly lines: Readonly<Record<string, LineDefinition>>;
}

/**
 * The ledger of a register, summed by everything that it is counted by and by the day: every figure of its statistics is
 * a sum of these rows, in the way that the description says.
 */
export function statisticsDataset(
  { schema, ledger }: RegisterDefinition,
  { name, statistics, title, lines }: StatisticsDataset,
): DatasetDefinition {
  const coordinate = `Office.${statistics}`;
  const dimensions = dimensionsOf(ledger);
  const keys = ['office', 'on_date', 'slot', ...dimensions, 'overlays'].map((column) => `r.${column}`);
  const field = (value: Pick<DatasetField, 'type' | 'sql'>, description: string) => ({
    ...value,
    coordinate,
    description,
  });
  return {
    name,
    description: `${title} ${HOW_TO_SUM} ${mapping(lines)}`,
    coordinate,
    source: `${schema}.movement r`,
    groupBy: `r.territory, ${keys.join(', ')} having sum(r.count) <> 0 or sum(r.money) <> 0`,
    key: ['office', 'day', 'slot', ...dimensions, 'overlays'],
    orderBy: keys.join(', '),
    office: 'r.office',
    lastEventOn: null,
    subject: null,
    fields: datasetFields('Office', {
      office: field(officeId('r.office'), 'The office (cơ quan).'),
      province: field(provinceId('r.territory'), 'Its province since July 2025; null: none (tỉnh).'),
      formerProvince: field(formerProvinceId('r.territory'), 'Its province until June 2025; null: none (tỉnh cũ).'),
      day: field({ type: 'DATE', sql: 'r.on_date' }, 'The day that it counts from (ngày).'),
      workingYear: field(
        { type: 'INT', sql: `extract(year from r.on_date + interval '3 months')::integer` },
        'The working year of the day, which begins on 1 October (năm công tác).',
      ),
      slot: field({ type: 'TEXT', sql: 'r.slot' }, 'What is counted, see the description of the dataset (chỉ tiêu).'),
      ...Object.fromEntries(
        dimensions.map((dimension) => [
          dimension,
          field(
            { type: 'TEXT', sql: `nullif(r.${dimension}, '')` },
            'By which it is counted; null: not stated (phân loại).',
          ),
        ]),
      ),
      overlays: field(overlayList('r.overlays'), 'Special categories that it falls in (loại án đặc thù).'),
      count: field({ type: 'INT', sql: 'sum(r.count)::integer' }, 'What the number changes by on the day (số lượng).'),
      money: field(
        { type: 'VND', sql: 'sum(r.money)::bigint' },
        'What the money changes by on the day, in dong (số tiền).',
      ),
    }),
  };
}

function formerProvinceId(territory: string): Pick<DatasetField, 'type' | 'sql'> {
  return { type: 'ID', sql: `case when ${territory} > 0 then 'VN63-' || lpad(${territory}::text, 2, '0') end` };
}

const HOW_TO_SUM =
  'One row for each office, day and what it is counted by, with what number and money change by on that day. With ' +
  'opening(X): the sum of the rows of slot X on all days before a period; closing(X): on all days through its last day; ' +
  'flow(X): on the days of the period; of a province: of its offices; of a special category: of the rows whose ' +
  '"overlays" name it. Then';

function mapping(lines: Readonly<Record<string, LineDefinition>>): string {
  return `${Object.entries(lines)
    .map(([line, { cases, money }]) => {
      const [counted, summed] = [cases, money].map(sumOf);
      return counted === summed ? `${line} = ${counted}` : `${line} = ${counted}, its money ${summed}`;
    })
    .join('; ')}.`;
}

function sumOf(terms: readonly Term[]): string {
  return terms.map(({ slot, basis }) => `${basis.toLowerCase()}(${slot})`).join(' + ');
}

/** The same lines, told from others of the same name. */
export function prefixed(
  prefix: string,
  lines: Readonly<Record<string, LineDefinition>>,
): Record<string, LineDefinition> {
  return Object.fromEntries(Object.entries(lines).map(([name, line]) => [`${prefix}.${name}`, line]));
}
