import { type OfficeRecord, offices } from '../geography/geography';
import type { Condition, Conditions } from './conditions';
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
  const parameters = new Parameters();
  const most = parameters.bind(limit);
  const arrays = bindPlaces(places, parameters);
  const matches = matchesIn({ table, sought, places, remaining: chosen.remaining }, parameters);
  // Without "offset 0" an office would be read twice: for its ids, and for their number.
  const beyond = after ? `where id ${direction === 'ASC' ? '>' : '<'} ${parameters.bind(after.id)}` : '';
  return {
    text: `with recursive walk (nth, territory, ids, found) as (
  select 0, null::smallint, null::text[] collate "C", 0
  union all
  select nth + 1, place.territory, those.ids, found + cardinality(those.ids)
  from walk
  cross join lateral (select ${arrays.map((array) => `(${array})[nth + 1]`).join(', ')}) as place ${PLACE}
  cross join lateral (select array(
    select distinct id from (${matches}) match ${beyond} order by id ${direction} limit ${most}
  ) offset 0) as those (ids)
  where nth < ${places.length} and found < ${most}
)
select ${columns}, order_key as "orderKey" from (
  select r.*, r.territory as order_key from walk cross join lateral unnest(walk.ids) as those (id)
  cross join lateral (select * from ${table} where territory = walk.territory and id = those.id offset 0) r
) page
order by order_key ${direction}, id ${direction} limit ${most}`,
    values: parameters.values,
  };
}

export function searchCountStatement(table: string, conditions: Conditions, sought: Condition): Statement {
  const parameters = new Parameters();
  const remaining = [...conditions.values()].filter(
    (condition) => condition !== sought && !['province', 'office'].includes(condition.name),
  );
  const places = placesOf(conditions);
  const arrays = bindPlaces(places, parameters);
  return {
    text: `select count(*) as total from (
  select distinct place.territory, match.id from unnest(${arrays.join(', ')}) as place ${PLACE}
  cross join lateral (${matchesIn({ table, sought, places, remaining }, parameters)}) match
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

const PLACE = '(territory, office, office_id)';

function bindPlaces(places: readonly OfficeRecord[], parameters: Parameters): string[] {
  return [
    `${parameters.bind(places.map(({ territory }) => territory))}::smallint[]`,
    `${parameters.bind(places.map(({ number }) => number))}::integer[]`,
    `${parameters.bind(places.map(({ id }) => id))}::text[]`,
  ];
}

interface Match {
  readonly table: string;
  readonly sought: Condition;
  readonly places: readonly OfficeRecord[];
  /** Further conditions, on the row itself. */
  readonly remaining: readonly Condition[];
}

/** The ids of an office's rows that match, some of them perhaps twice, as SQL over a `place`. */
function matchesIn({ table, sought, places, remaining }: Match, parameters: Parameters): string {
  const { field, values } = sought;
  const word = String(values[0]);
  const [from, below] = [parameters.bind(word), parameters.bind(`${word}${LAST_CHARACTER}`)];
  const isOfRow = (id: string): string =>
    remaining.length === 0
      ? 'true'
      : `exists (select from ${table} r where r.territory = w.territory and r.id = w.${id} and ` +
        `${remaining.map((condition) => test(condition, parameters)).join(' and ')})`;
  const byWord = field.words!.map(
    (source) =>
      `select w.${source.id} as id from ${source.table} w where w.territory = place.territory and w.office = place.office ` +
      `and w.${source.word} >= ${from} and w.${source.word} < ${below} and ${source.only ?? 'true'} and ${isOfRow(source.id)}`,
  );
  // An id begins with that of its office; letter case does not count, and what follows is looked at one by one.
  const withId = places.filter(({ id }) => {
    const beginning = `${id}.`.toLowerCase();
    return field.findsIds && (beginning.startsWith(word) || word.startsWith(beginning));
  });
  if (withId.length === 0) return byWord.join(' union all ');
  const numbers = parameters.bind(withId.map(({ number }) => number));
  const byId =
    `select w.id from ${table} w where place.office = any(${numbers}::integer[]) and w.territory = place.territory ` +
    `and w.id > place.office_id || '.' and w.id < place.office_id || '/' ` +
    `and lower(w.id) >= ${from} and lower(w.id) < ${below} and ${isOfRow('id')}`;
  return [...byWord, byId].join(' union all ');
}
