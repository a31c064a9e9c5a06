import { brokenAccessLog, strayAccessLogSubjects } from '../access/access-log';
import { brokenLinks } from '../register/chain';
import type { Lifecycle } from '../register/lifecycle';
import { type RegisterDefinition, dimensionsOf } from '../register/register';
import { TOTALS_PARTS, type TotalsPart, keyColumnsOf, measuresOf, totalsOffLedger } from '../statistics/running-totals';
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
       where not exists (select from ${schema}.chain c where c.journal_id = j.id)
         and not exists (select from ${schema}.pending p where p.journal_id = j.id)`,
      ...['chain', 'pending'].map(
        (table) =>
          `select from ${schema}.${table} t where not exists (select from ${schema}.journal j where j.id = t.journal_id)`,
      ),
      `select from ${schema}.pending join ${schema}.chain using (journal_id)`,
    ),
    noRows('The chain is unbroken: no position is missing, every hash is that of its event.', brokenLinks(schema)),
    noRows(
      'Every movement of the ledger belongs to an accepted event.',
      `select from ${schema}.movement m where not exists (select from ${schema}.journal j where j.id = m.journal_id)`,
    ),
    ...(register.lifecycles as readonly Lifecycle[]).map((lifecycle) => versionsAreEvents(schema, lifecycle)),
    ledgerAsRegister(register),
    totalsAreSums(register),
    noRows('Nothing that is counted is negative at the end of any month or on any day.', negativeTotals(register)),
    ...parts(register).map(({ sentence, faults }) => noRows(sentence, faults)),
    noRows('The access log is unbroken: no line is missing, every hash is that of its line.', brokenAccessLog(schema)),
    noRows('Every look in the access log is found by what was looked at.', ...strayAccessLogSubjects(schema)),
  ];
}

/** A larger ledger is gone through part by part, so that it need not be sorted at once. */
const MOVEMENTS_AT_ONCE = 500_000;

function totalsAreSums(register: RegisterDefinition): Check {
  const sentence = 'Every running total is the sum of its movements in the ledger.';
  const check = (...parts: readonly TotalsPart[]): Check =>
    noRows(sentence, ...parts.map((part) => totalsOffLedger(register, part)));
  return {
    sentence,
    async count(runner) {
      const beyond = (await runner.query(
        `select from ${register.schema}.movement offset ${MOVEMENTS_AT_ONCE} limit 1`,
      )) as unknown[];
      return (beyond.length === 0 ? check('ALL') : check(...TOTALS_PARTS)).count(runner);
    },
  };
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

/** The running totals of every view against those of the whole that its parts make up, at the end of all months. */
function parts(register: RegisterDefinition): Parts[] {
  const { schema, ledger } = register;
  const keys = keyColumnsOf(register);
  const measures = measuresOf(register);
  const sums = measures.map((measure) => `sum(${measure})::bigint as ${measure}`).join(', ');
  const columns = ['territory', 'office', ...dimensionsOf(ledger)];
  const isAny = (column: string): string =>
    ['territory', 'office'].includes(column) ? `${column} = ${ANY_OFFICE}` : `${column} = '${ANY_VALUE}'`;
  const those = (by: readonly string[]): string =>
    columns.map((column) => (by.includes(column) ? `not ${isAny(column)}` : isAny(column))).join(' and ');
  const compared = (alias: string): string => `(${measures.map((measure) => `${alias}.${measure}`).join(', ')})`;
  return ledger.views
    .map(({ by }) => by.filter((column) => column !== 'overlay'))
    .filter((by) => by.length > 0)
    .map((by) => {
      const isOfProvince = by.length > 1 && by.includes('territory');
      const whole = isOfProvince ? ['territory'] : [];
      const group = isOfProvince ? 'territory' : '1';
      return {
        sentence: `The totals by ${by.join(', ')} add up to those of the ${isOfProvince ? 'province' : 'nation'}.`,
        faults: `with latest as (
            select distinct on (${keys.join(', ')}) ${keys.join(', ')}, ${measures.join(', ')}
            from ${schema}.running_total where since = '-infinity' and overlay = ${ANY_OVERLAY}
            order by ${keys.join(', ')}, day desc
          ), whole as (select ${group} as place, ${sums} from latest where ${those(whole)} group by 1),
          part as (select ${group} as place, ${sums} from latest where ${those(by)} group by 1)
          select from whole full join part using (place) where ${compared('whole')} is distinct from ${compared('part')}`,
      };
    });
}
