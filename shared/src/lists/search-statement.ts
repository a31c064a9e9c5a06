import { type OfficeRecord, offices } from '../geography/geography';
import type { Condition, Conditions, WordTable } from './conditions';
import { type PageRequest, Parameters, type Statement, test } from './page-statement';

/** Comes after every character that a word can have. */
const LAST_CHARACTER = '\u{10FFFF}';

/** The condition on words, where there is one; a list is not offered with several. */
export function soughtWord(conditions: Conditions): Condition | undefined {
  return [...conditions.values()].find(({ field }) => field.words);
}

/**
 * One page of the rows that have a word with the beginning sought, in the order of ids: office after office, until the
 * page is full. What an office has of a common word is sorted for each page, and a rare word is looked up once in every
 * office: neither depends on how many rows the whole list has. Null when nothing can match.
 */
export function searchStatement(request: PageRequest, sought: Condition): Statement | null {
  const { table, columns, chosen, conditions, direction, after, limit } = request;
  const places = placesOf(conditions).filter((office) => !after || isAhead(office, request));
  if (places.length === 0) return null;
  if (direction === 'DESC') places.reverse();
  const words = sought.field.words!;
  const parameters = new Parameters();
  const most = parameters.bind(limit);
  const tests = [
    ...wordTests(sought, parameters),
    ...(after ? [`${words.id} ${direction === 'ASC' ? '>' : '<'} ${parameters.bind(after.id)}`] : []),
    ...rowTests(table, words, chosen.remaining, parameters),
  ];
  const [territories, numbers] = bindPlaces(places, parameters);
  return {
    text: `with recursive walk (nth, territory, ids, found) as (
  select 0, null::smallint, null::text[] collate "C", 0
  union all
  select nth + 1, place.territory, those.ids, found + cardinality(those.ids)
  from walk
  cross join lateral (select (${territories})[nth + 1], (${numbers})[nth + 1]) as place (territory, office)
  cross join lateral (select array(
    select distinct w.${words.id} from ${words.table} w
    where w.territory = place.territory and w.office = place.office and ${tests.join(' and ')}
    order by w.${words.id} ${direction} limit ${most}
  )) as those (ids)
  where nth < ${places.length} and found < ${most}
)
select ${columns}, order_key as "orderKey" from (
  select r.*, r.territory as order_key from walk cross join lateral unnest(walk.ids) as those (id)
  join ${table} r on r.territory = walk.territory and r.id = those.id
) page
order by order_key ${direction}, id ${direction} limit ${most}`,
    values: parameters.values,
  };
}

export function searchCountStatement(table: string, conditions: Conditions, sought: Condition): Statement {
  const parameters = new Parameters();
  const words = sought.field.words!;
  const remaining = [...conditions.values()].filter(
    (condition) => condition !== sought && !['province', 'office'].includes(condition.name),
  );
  const tests = [...wordTests(sought, parameters), ...rowTests(table, words, remaining, parameters)];
  const [territories, numbers] = bindPlaces(placesOf(conditions), parameters);
  return {
    text: `select count(*) as total from (
  select distinct place.territory, those.id from unnest(${territories}, ${numbers}) as place (territory, office)
  cross join lateral (
    select w.${words.id} as id from ${words.table} w
    where w.territory = place.territory and w.office = place.office and ${tests.join(' and ')}
  ) those
) found`,
    values: parameters.values,
  };
}

/** The offices of the scope, in the order of their ids, which is that of the ids of their rows. */
function placesOf(conditions: Conditions): OfficeRecord[] {
  const territories = conditions.get('province')?.values;
  const [number] = conditions.get('office')?.values ?? [];
  return offices.filter(
    (office) =>
      (!territories || territories.includes(office.territory)) && (number === undefined || office.number === number),
  );
}

/** Whether an office can have rows beyond the page before: its ids are between its own with a full stop and a slash. */
function isAhead({ territory, id }: OfficeRecord, { direction, after }: PageRequest): boolean {
  const last = after!.key as number;
  if (territory !== last) return direction === 'ASC' ? territory > last : territory < last;
  return direction === 'ASC' ? `${id}/` > after!.id : `${id}.` < after!.id;
}

function bindPlaces(places: readonly OfficeRecord[], parameters: Parameters): [string, string] {
  return [
    `${parameters.bind(places.map(({ territory }) => territory))}::smallint[]`,
    `${parameters.bind(places.map(({ number }) => number))}::integer[]`,
  ];
}

function wordTests({ field, values: [word] }: Condition, parameters: Parameters): string[] {
  return [
    `w.word >= ${parameters.bind(word)}`,
    `w.word < ${parameters.bind(`${word}${LAST_CHARACTER}`)}`,
    ...(field.words!.only ? [`w.${field.words!.only}`] : []),
  ];
}

/** Conditions on the row itself. */
function rowTests(table: string, words: WordTable, remaining: readonly Condition[], parameters: Parameters): string[] {
  if (remaining.length === 0) return [];
  const tests = remaining.map((condition) => test(condition, parameters));
  return [
    `exists (select from ${table} r where r.territory = w.territory and r.id = w.${words.id} and ${tests.join(' and ')})`,
  ];
}
