import { brokenLinks } from '../register/chain';
import type { Lifecycle } from '../register/lifecycle';
import { type RegisterDefinition, dimensionsOf } from '../register/register';
import { keyColumnsOf, measuresOf, totalsOffLedger } from '../statistics/running-totals';
import { ANY_OFFICE, ANY_OVERLAY, ANY_VALUE } from '../statistics/views';
import { type Check, noRows } from './check';
import { ledgerAsRegister } from './ledger-as-register';

/** What must hold of every register, whatever it registers. */
export function registerChecks(register: RegisterDefinition): Check[] {
  const { schema } = register;
  return [
    noRows(
      'Every accepted event has its position in the chain or waits for it, once.',
      `select from ${schema}.journal j
       full join (select journal_id, 1 as times from ${schema}.chain
                  union all select journal_id, 1 from ${schema}.pending) placed on placed.journal_id = j.id
       group by coalesce(j.id, placed.journal_id) having count(j.id) <> 1 or count(placed.times) <> 1`,
    ),
    noRows('The chain is unbroken: no position is missing, every hash is that of its event.', brokenLinks(schema)),
    noRows(
      'Every movement of the ledger belongs to an accepted event.',
      `select from ${schema}.movement m where not exists (select from ${schema}.journal j where j.id = m.journal_id)`,
    ),
    ...(register.lifecycles as readonly Lifecycle[]).map((lifecycle) => versionsAreEvents(schema, lifecycle)),
    ledgerAsRegister(register),
    noRows('Every running total is the sum of its movements in the ledger.', totalsOffLedger(register)),
    noRows('Nothing that is counted is negative at the end of any month or on any day.', negativeTotals(register)),
    ...parts(register).map(({ sentence, faults }) => noRows(sentence, faults)),
  ];
}

function versionsAreEvents(schema: string, { subjectType, table }: Lifecycle): Check {
  return noRows(
    `Every ${subjectType} has as many events in the journal as its version says.`,
    `select from ${schema}.${table} s
     full join (select territory, subject_id as id, count(*) as events, max(version) as last
                from ${schema}.journal where subject_type = '${subjectType}' group by 1, 2) j using (territory, id)
     where s.version is distinct from j.events or s.version is distinct from j.last`,
  );
}

function negativeTotals(register: RegisterDefinition): string {
  const { schema } = register;
  const same = [...keyColumnsOf(register)].map((key) => `m.${key} = t.${key}`).join(' and ');
  const isNegative = measuresOf(register).map((measure) => `t.${measure} + coalesce(m.${measure}, 0) < 0`);
  return `select from ${schema}.running_total t left join lateral (
      select * from ${schema}.running_total m
      where ${same} and m.since = '-infinity' and t.since > m.since and m.day < t.since order by m.day desc limit 1
    ) m on true
    where ${isNegative.join(' or ')}`;
}

interface Parts {
  readonly sentence: string;
  readonly faults: string;
}

/** The running totals of a territory against those of its parts, at the end of all months. */
function parts(register: RegisterDefinition): Parts[] {
  const { schema, ledger } = register;
  const keys = keyColumnsOf(register);
  const measures = measuresOf(register);
  const dimensions = dimensionsOf(ledger);
  const sums = measures.map((measure) => `sum(${measure})::bigint as ${measure}`).join(', ');
  const latest = `latest as (
      select distinct on (${keys.join(', ')}) ${keys.join(', ')}, ${measures.join(', ')}
      from ${schema}.running_total where since = '-infinity' order by ${keys.join(', ')}, day desc)`;
  const isAny = (column: string): string =>
    column === 'office' ? `office = ${ANY_OFFICE}` : `${column} = '${ANY_VALUE}'`;
  const columns = ['office', ...dimensions];
  const those = (parted: readonly string[]): string =>
    columns.map((column) => (parted.includes(column) ? `not ${isAny(column)}` : isAny(column))).join(' and ');
  const against = (parted: readonly string[]): string => `with ${latest},
      whole as (select territory, ${measures.join(', ')} from latest where ${those([])} and overlay = ${ANY_OVERLAY}),
      part as (select territory, ${sums} from latest where ${those(parted)} and overlay = ${ANY_OVERLAY} group by territory)
      select from whole full join part using (territory)
      where (${measures.map((measure) => `whole.${measure}`).join(', ')})
        is distinct from (${measures.map((measure) => `part.${measure}`).join(', ')})`;
  const shapes = new Set(
    ledger.views.map(({ by }) => by.filter((column) => column !== 'overlay').join(' ')).filter((shape) => shape !== ''),
  );
  return [...shapes].map((shape) => ({
    sentence: `The totals by ${shape.split(' ').join(', ')} add up to those of the province.`,
    faults: against(shape.split(' ')),
  }));
}
