import { type Check, noRows } from '@thads/shared';

const sumOf = (column: string, amount = 'amount'): string =>
  `(select coalesce(sum((one ->> '${amount}')::bigint), 0) from jsonb_array_elements(o.${column}) one)`;

export const recoveryChecks: readonly Check[] = [
  noRows(
    'The receipts of every obligation add up to what it says was collected, reversed ones left out.',
    `select from recovery.obligation o
     full join (select obligation_id as id, coalesce(sum(amount) filter (where reversed_on is null), 0) as received,
                  count(*) as receipts
                from recovery.receipt group by 1) r using (id)
     where coalesce(o.collected, 0) <> coalesce(r.received, 0) or coalesce(o.receipt_count, 0) <> coalesce(r.receipts, 0)`,
  ),
  noRows(
    'What was remitted, paid and deducted from every obligation are its distributions, reversed ones left out.',
    `select from recovery.obligation o
     full join (select obligation_id as id, coalesce(sum(amount) filter (where reversed_on is null), 0) as distributed,
                  count(*) as distributions
                from recovery.distribution group by 1) d using (id)
     where coalesce(o.remitted + o.paid + o.costs, 0) <> coalesce(d.distributed, 0)
       or coalesce(o.distribution_count, 0) <> coalesce(d.distributions, 0)`,
  ),
  noRows(
    'Collected = remitted + paid + costs + held of every obligation, and what is held has a day to be handed on by.',
    `select from recovery.obligation o
     where o.collected <> ${sumOf('receipts')} or o.remitted + o.paid + o.costs <> ${sumOf('distributions')}
       or (o.collected > o.remitted + o.paid + o.costs) <> (o.due_on is not null)`,
  ),
  noRows(
    'What the court took off every obligation is what it granted of the proposals.',
    `select from recovery.obligation o where o.exempted <> ${sumOf('exemptions', 'granted')}`,
  ),
  noRows(
    'No two receipts of an office carry the same number.',
    `select from recovery.receipt where receipt_number is not null
     group by territory, office, receipt_number having count(*) > 1`,
  ),
];
