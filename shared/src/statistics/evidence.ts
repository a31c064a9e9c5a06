import type { ReportingPeriod } from '../calendar/period';
import type { Reader } from '../database/reader';
import { graphError } from '../errors';
import type { Scope } from '../geography/geography';
import { type Connection, type PageArguments, pageOf } from '../graphql/connection';
import { type CursorOwner, checkPageSize, decodeCursor, encodeCursor, fingerprintOf } from '../graphql/cursor';
import { type RegisterDefinition, dimensionsOf } from '../register/register';
import { type LineDefinition, type Term, boundaryDays } from './lines';
import { officerOf } from './officer-totals';
import type { Amount } from './totals';
import type { LedgerFilter } from './views';

/** What one subject of a register adds to a figure. */
export interface Contribution extends Amount {
  readonly id: string;
  /** As life cycles name it, e.g. `case`; `report entry` for totals that were sent in without records. */
  readonly type: string;
}

/** A figure: a line of some period and place. */
export interface Figure {
  readonly name: string;
  readonly line: LineDefinition;
  readonly scope: Scope;
  readonly period: ReportingPeriod;
  readonly filter: LedgerFilter;
  /** Only of what the officer is in charge of now, or `NOBODY`; null: of everything. */
  readonly officer: string | null;
}

interface PlacedContribution extends Contribution {
  readonly territory: number;
}

/**
 * The subjects that a figure counts, each with what it adds: the formula of lines.ts, subject by subject. Added up they
 * are the figure. A page walks the journal's index and costs what its rows cost, however many there are.
 * Errors: `BAD_USER_INPUT` for page size and cursor, `FORBIDDEN` for a place of which the caller does not see all.
 */
export async function evidencePage(
  reader: Reader,
  register: RegisterDefinition,
  figure: Figure,
  { first, after }: PageArguments,
): Promise<Connection<Contribution>> {
  const size = checkPageSize(first ?? 50);
  const { scope, period, filter, officer } = figure;
  const territories = territoriesOf(reader, scope);
  const asked = valuesOf(register, figure);
  const owner: CursorOwner = {
    list: `${register.schema} evidence of ${figure.name}`,
    order: 'ID ASC',
    filter: fingerprintOf([scope.id, period.from, period.through, filter, officer]),
  };
  const isBegun = after !== null && after !== undefined;
  const begun = isBegun ? decodeCursor(owner, after, isKey) : { key: '0 ', id: '' };
  const [, territory, type] = KEY.exec(String(begun.key)) ?? ['', '0', ''];
  const rows = await reader.query<PlacedContribution[]>(pageStatement(register), [
    ...asked,
    territories.filter((one) => one >= Number(territory)),
    Number(territory),
    begun.id,
    type,
    size + 1,
  ]);
  const cursorOf = ({ territory: of, type: kind, id }: PlacedContribution): string =>
    encodeCursor(owner, { key: `${of} ${kind}`, id });
  return pageOf(rows, size, after, cursorOf, async () => {
    const [{ total }] = await reader.query<[{ total: number }]>(countStatement(register), [...asked, territories]);
    return total;
  });
}

/** Territory and type. */
const KEY = /^(\d+) ([a-z ]+)$/;
const isKey = (value: unknown): boolean => typeof value === 'string' && KEY.test(value);

/** What a caller sees a part of would not add up to the figure. */
function territoriesOf({ territories: seen }: Reader, { id, territories }: Scope): readonly number[] {
  if (seen !== 'ALL' && !territories.every((territory) => seen.includes(territory))) {
    throw graphError('FORBIDDEN', `scope: ${id} is not within the territory of your token.`);
  }
  return territories.toSorted((a, b) => a - b);
}

/** How often a movement of a slot counts, by its day: before the period, and through its end. */
interface Weights {
  before: number;
  through: number;
}

function weightsOf(terms: readonly Term[]): Map<string, Weights> {
  const weights = new Map<string, Weights>();
  for (const { slot, basis } of terms) {
    const of = weights.get(slot) ?? { before: 0, through: 0 };
    if (basis !== 'CLOSING') of.before += basis === 'OPENING' ? 1 : -1;
    if (basis !== 'OPENING') of.through += 1;
    weights.set(slot, of);
  }
  return weights;
}

const NEVER: Weights = { before: 0, through: 0 };

/** $1 to $10 and one for each dimension of the ledger. */
function valuesOf({ ledger }: RegisterDefinition, { line, scope, period, filter, officer }: Figure): unknown[] {
  const cases = weightsOf(line.cases);
  const money = weightsOf(line.money);
  const slots = [...new Set([...cases.keys(), ...money.keys()])];
  const [before, through] = boundaryDays(period);
  return [
    slots,
    slots.map((slot) => (cases.get(slot) ?? NEVER).before),
    slots.map((slot) => (cases.get(slot) ?? NEVER).through),
    slots.map((slot) => (money.get(slot) ?? NEVER).before),
    slots.map((slot) => (money.get(slot) ?? NEVER).through),
    before,
    through,
    scope.office?.id ?? null,
    filter.overlay ?? 0,
    officer,
    ...dimensionsOf(ledger).map((name) => filter.dimensions?.[name] ?? null),
  ];
}

/**
 * The contributions of the subjects that `condition` on their journal `j` picks, in the order of their ids, which begin with
 * the office and a dot.
 */
function contributions(register: RegisterDefinition, condition: string): string {
  const { schema, ledger } = register;
  const dimensions = dimensionsOf(ledger).map(
    (name, nth) => `and ($${11 + nth}::text is null or m.${name} = $${11 + nth})`,
  );
  return `select j.subject_id as id, j.subject_type as type, sum(m.cases) as cases, sum(m.money) as money
    from ${schema}.journal j cross join lateral (
      select m.count::bigint * ((m.on_date <= $6)::int * w.cases_before + w.cases_through) as cases,
        m.money * ((m.on_date <= $6)::int * w.money_before + w.money_through) as money
      from ${schema}.movement m
        join unnest($1::text[], $2::int[], $3::int[], $4::int[], $5::int[])
          as w(slot, cases_before, cases_through, money_before, money_through) on w.slot = m.slot
      where m.journal_id = j.id and m.on_date <= $7::date and ($9::int = 0 or m.overlays & $9 <> 0) ${dimensions.join(' ')}
      offset 0
    ) m
    where ${condition} and ($8::text is null or j.subject_id >= $8 || '.' and j.subject_id < $8 || '/')
      and ($10::text is null or ${officerOf(register)} = $10)
    group by j.subject_id, j.subject_type
    having sum(m.cases) <> 0 or sum(m.money) <> 0
    order by j.subject_id, j.subject_type`;
}

/** After the values of the figure: territories, then territory, id and type of the last row before, and the number of rows. */
function pageStatement(register: RegisterDefinition): string {
  const at = 11 + dimensionsOf(register.ledger).length;
  // The second condition is what the index is entered by.
  const condition = `j.territory = t.territory
    and j.subject_id >= case when t.territory = $${at + 1} then $${at + 2} else '' end
    and (t.territory > $${at + 1} or (j.subject_id, j.subject_type) > ($${at + 2}, $${at + 3}))`;
  return `select t.territory, c.id, c.type, c.cases::bigint as cases, c.money::bigint as money
    from unnest($${at}::smallint[]) with ordinality as t(territory, nth)
    cross join lateral (${contributions(register, condition)} limit $${at + 4}) c
    order by t.nth, c.id, c.type limit $${at + 4}`;
}

function countStatement(register: RegisterDefinition): string {
  const at = 11 + dimensionsOf(register.ledger).length;
  return `select count(*) as total from (${contributions(register, `j.territory = any ($${at}::smallint[])`)}) c`;
}
