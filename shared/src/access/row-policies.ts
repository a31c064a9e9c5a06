import pg from 'pg';
import { formerTable } from '../register/former';
import type { Lifecycle } from '../register/lifecycle';
import type { RegisterDefinition } from '../register/register';
import { ACCESS_LOG_TABLES } from './access-log';
import { NOT_DENOUNCERS } from './denouncer';

/**
 * Row level security: what a connection sees of a register's tables, by the settings of its transaction (see
 * `RowAccess`). Without settings it sees no row at all. Expressions are evaluated once a statement where they do not
 * depend on the row, and compare by operators that PostgreSQL may use an index for below a policy.
 */

/** A table of a register besides those that have a territory in every row, and why all may read it. */
export type OpenTables = Readonly<Record<string, string>>;

/** Tables of every register that say nothing of anybody. */
const OPEN_TABLES: OpenTables = {
  migration: 'which migrations have run',
  typeorm_metadata: 'how generated columns are worked out',
  pending: 'numbers of journal entries',
  chain: 'numbers of journal entries, and hashes',
  cursor_key: 'what the cursors of the change feed are sealed with, which subgraphs alone can read',
};

export interface RowPolicies {
  /** Tables without a territory, and why everybody may read them. */
  readonly open?: OpenTables;
  /** Further conditions on the rows of a table. Where they hide a subject they hide its journal. */
  readonly conditions?: Readonly<Record<string, RowCondition>>;
  /** Rows that everybody may read whatever his territory, in SQL. */
  readonly everybody?: Readonly<Record<string, string>>;
}

/** In SQL: for whom every row is there, and which are there for all others. */
export interface RowCondition {
  readonly everyRow: string;
  readonly row: string;
}

/** A row that is looked up for each row in question: with the offset the planner does not read all of them beforehand. */
export function isThere(rows: string): string {
  return `exists (select from ${rows} offset 0)`;
}

const setting = (name: string): string => `nullif(current_setting('thads.${name}', true), '')`;

const TERRITORY = `((select ${setting('territories')} = '*') or territory = any ((select nullif(${setting('territories')}, '*'))::smallint[]))`;

/** Rows whose officer is the one that the connection is for; all rows when it is for no officer in particular. */
export const OWN_OFFICER: RowCondition = {
  everyRow: `(select ${setting('officer')} is null)`,
  row: `officer = (select ${setting('officer')})`,
};

/** Rows that belong to a case which the connection sees: those of its officer. `caseId` is their column. */
export function ofOwnOfficer(cases: string, caseId: string): RowCondition {
  const [table] = caseId.split('.');
  return {
    everyRow: OWN_OFFICER.everyRow,
    row: isThere(`${cases} c where c.territory = ${table}.territory and c.id = ${caseId}`),
  };
}

/** Rows of a kind other than denunciations, unless the connection may see those. */
export const NO_DENUNCIATION: RowCondition = {
  everyRow: `(select ${setting('denunciations')} = 'on')`,
  row: `kind <> 'DENUNCIATION'`,
};

/** Who sent the petition of the same key: of a denunciation, or of what may tell of one, for whoever is in charge of it. */
export function sendersOf(petition: string, senders: string): RowCondition {
  return {
    everyRow: `(select ${setting('handler')} = '*')`,
    row: isThere(`${petition} p where p.territory = ${senders}.territory and p.id = ${senders}.id
      and (${NOT_DENOUNCERS} or p.handler = (select ${setting('handler')}))`),
  };
}

/** Lines of the access log, for whoever may read it. */
const ACCESS_LOG = `(select ${setting('access_log')} = 'on')`;

/** Exports, for whoever asked for them. */
const OWN_EXPORTS = `((select ${setting('exports_of')} = '*') or owner = (select ${setting('exports_of')}))`;

interface Table {
  readonly name: string;
  readonly has_territory: boolean;
  /** The condition that it has now. */
  readonly present: string | null;
}

/**
 * Gives every table of a register its policy, as the administrator. What has it already is left alone: to change a policy
 * waits for everybody who uses the table. Errors: a table that nothing is said about, a life cycle that does not say by
 * what its subjects are hidden.
 */
export async function applyRowPolicies(
  client: pg.ClientBase,
  { schema, lifecycles }: RegisterDefinition,
  policies: RowPolicies = {},
): Promise<void> {
  const { rows } = await client.query<Table>(
    `select c.relname as name, obj_description(p.oid, 'pg_policy') as present,
       exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'territory') as has_territory
     from pg_class c left join pg_policy p on p.polrelid = c.oid and p.polname = 'access'
     where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p')`,
    [schema],
  );
  for (const { table, seenBy } of lifecycles as readonly Lifecycle[]) {
    if (policies.conditions?.[table] && !seenBy) {
      throw new Error(
        `${schema}.${table} is hidden from some readers, and its life cycle does not say by which columns`,
      );
    }
  }
  const formerly = Object.fromEntries(
    (lifecycles as readonly Lifecycle[]).map((lifecycle) => [formerTable(lifecycle), lifecycle.table]),
  );
  for (const { name, has_territory: hasTerritory, present } of rows) {
    const further =
      name === 'journal'
        ? journalConditions(schema, lifecycles, policies)
        : ownConditions(formerly[name] ?? name, policies);
    const condition = conditionOn(name, hasTerritory, policies, further);
    if (condition === null) {
      throw new Error(`${schema}.${name} has no territory, and nothing says why everybody may read it`);
    }
    const everybody = policies.everybody?.[name];
    const said = everybody ? `${condition} or, to read, ${everybody}` : condition;
    if (said === present) continue;
    const table = `${schema}.${name}`;
    await client.query(
      [
        `alter table ${table} enable row level security`,
        `alter table ${table} force row level security`,
        `drop policy if exists access on ${table}`,
        `drop policy if exists everybody on ${table}`,
        `create policy access on ${table} using (${condition}) with check (${condition})`,
        ...(everybody ? [`create policy everybody on ${table} for select using (${everybody})`] : []),
        `comment on policy access on ${table} is ${pg.escapeLiteral(said)}`,
      ].join('; '),
    );
  }
}

function ownConditions(table: string, { conditions = {} }: RowPolicies): string[] {
  const condition = conditions[table];
  return condition ? [`(${condition.everyRow} or ${condition.row})`] : [];
}

/** What happened to a subject is there for those for whom the subject is. */
function journalConditions(
  schema: string,
  lifecycles: RegisterDefinition['lifecycles'],
  { conditions = {} }: RowPolicies,
): string[] {
  return lifecycles
    .filter(({ table }) => conditions[table])
    .map(
      ({ subjectType, table }) =>
        `(${conditions[table]!.everyRow} or subject_type <> '${subjectType}' or ` +
        `${isThere(`${schema}.${table} s where s.territory = journal.territory and s.id = journal.subject_id`)})`,
    );
}

function conditionOn(
  table: string,
  hasTerritory: boolean,
  { open }: RowPolicies,
  further: readonly string[],
): string | null {
  if (hasTerritory) return [TERRITORY, ...further].join(' and ');
  if ((ACCESS_LOG_TABLES as readonly string[]).includes(table)) return ACCESS_LOG;
  if (table === 'export') return OWN_EXPORTS;
  return table in { ...OPEN_TABLES, ...open } ? 'true' : null;
}
