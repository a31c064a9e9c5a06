import { type Check, noRows } from '@thads/shared';

export const recoveryChecks: readonly Check[] = [
  noRows(
    'The receipts of every obligation add up to what it says was collected.',
    `select from recovery.obligation o
     full join (select obligation_id as id, sum(amount) as received, count(*) as receipts
                from recovery.receipt group by 1) r using (id)
     where coalesce(o.collected, 0) <> coalesce(r.received, 0) or coalesce(o.receipt_count, 0) <> coalesce(r.receipts, 0)`,
  ),
  noRows(
    'What was remitted, paid and deducted from every obligation are its distributions.',
    `select from recovery.obligation o
     full join (select obligation_id as id, sum(amount) as distributed, count(*) as distributions
                from recovery.distribution group by 1) d using (id)
     where coalesce(o.remitted + o.paid + o.costs, 0) <> coalesce(d.distributed, 0)
       or coalesce(o.distribution_count, 0) <> coalesce(d.distributions, 0)`,
  ),
];
