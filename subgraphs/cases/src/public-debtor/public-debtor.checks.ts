import { noRows } from '@thads/shared';

export const publicDebtorCheck = noRows(
  'The public list of debtors without conditions is open for exactly the cases that are on it, once.',
  `select from (select territory, id, 1 as open from cases.enforcement_case where listed_on is not null) c
   full join (select territory, case_id as id, count(*) as open from cases.public_listing
              where shown_until is null group by 1, 2) l using (territory, id)
   where l.open is distinct from c.open`,
);
