import {
  type Connection,
  type CursorOwner,
  type PageArguments,
  type Reader,
  badInput,
  checkPageSize,
  decodeCursor,
  encodeCursor,
  pageOf,
  requireProvince,
} from '@thads/shared';
import { notYetGrounds } from '../case/case.grounds';
import { inTime } from './public-debtor.policy';
import { nameWord } from './public-debtor.rows';
import type { PublicDebtorType } from './public-debtor.type';

export interface PublicDebtorQuestion {
  readonly province?: string | null;
  readonly name?: string | null;
}

interface Row extends PublicDebtorType {
  readonly word: string;
  readonly key: string;
}

const LEAST_LETTERS = 2;
const MOST_CHARACTERS = 200;
/** Comes after every character that a word can have. */
const LAST_CHARACTER = '\u{10FFFF}';

const COLUMNS = `d.name, d.address, l.judgment_number as "judgmentNumber", l.decision_number as "decisionNumber",
  l.obligation, l.reason, l.published_on as "publishedOn", d.word, d.key`;
/** Debtor by debtor in the order of the index: each is looked up on the list, until the page is full. */
const BY_NAME = `cases.public_debtor d cross join lateral (
    select * from cases.public_listing l
    where l.territory = d.territory and l.case_id = d.case_id and ${inTime('l')} offset 0
  ) l where ${inTime('d')}`;
/** Case by case of those that are on the list. */
const BY_CASE = `cases.public_listing l cross join lateral (
    select d.territory, d.word from cases.public_debtor d
    where d.territory = l.territory and d.case_id = l.case_id and ${inTime('d')} offset 0
  ) d where ${inTime('l')}`;

/**
 * One page in the order of names, the same for everybody: what is public today. Errors: `BAD_USER_INPUT` for page size,
 * cursor, an unknown province and a name too short or too long.
 */
export async function publicDebtorPage(
  reader: Reader,
  { province, name }: PublicDebtorQuestion,
  { first, after }: PageArguments,
): Promise<Connection<PublicDebtorType>> {
  const size = checkPageSize(first ?? 50);
  const territories = province ? requireProvince(province).territories : null;
  const word = name ? soughtWord(name) : '';
  const owner: CursorOwner = { list: 'publicDebtors', order: 'NAME ASC', filter: `${province ?? ''} ${word}` };
  const begun = after ? decodeCursor(owner, after, (key) => typeof key === 'string' && !key.includes('\0')) : null;

  const values: unknown[] = [word, `${word}${LAST_CHARACTER}`];
  const named = `d.word >= $1 and d.word < $2`;
  const further = begun ? ` and (d.word, d.key) > ($${values.push(begun.key)}, $${values.push(begun.id)})` : '';
  const most = `$${values.push(size + 1)}`;
  // Of each territory by its index, in order; of the country by one that has no territory.
  const places = territories?.map((territory) => ` and d.territory = $${values.push(territory)}`) ?? [''];
  const parts = places.map(
    (place) =>
      `(select ${COLUMNS} from ${BY_NAME}${place} and ${named}${further} order by d.word, d.key limit ${most})`,
  );
  const rows = await reader.query<Row[]>(
    `select * from (${parts.join('\nunion all ')}) page order by word, key limit ${most}`,
    values,
  );
  const cursorOf = (row: Row): string => encodeCursor(owner, { key: row.word, id: row.key });
  const page = pageOf(rows, size, after || null, cursorOf, async () => {
    const [{ total }] = await reader.query<[{ total: number }]>(
      `select count(*) as total from ${BY_CASE} and ${named}${territories ? ' and l.territory = any($3)' : ''}`,
      [...values.slice(0, 2), ...(territories ? [territories] : [])],
    );
    return total;
  });
  return {
    ...page,
    nodes: page.nodes.map(presented),
    edges: () => page.edges().map(({ node, cursor }) => ({ node: presented(node), cursor })),
  };
}

function presented({ word: _order, key: _place, ...debtor }: Row): PublicDebtorType {
  return { ...debtor, reason: notYetGrounds[debtor.reason] ?? debtor.reason };
}

/** No error repeats what was typed. */
function soughtWord(name: string): string {
  if (name.length > MOST_CHARACTERS) {
    throw badInput(`name: it has ${name.length} characters; give at most ${MOST_CHARACTERS}.`);
  }
  const word = nameWord(name);
  if ([...word.replaceAll(' ', '')].length >= LEAST_LETTERS) return word;
  throw badInput(`name: it is too short to be searched for; give at least ${LEAST_LETTERS} letters or digits.`);
}
