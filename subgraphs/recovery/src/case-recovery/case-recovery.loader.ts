import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';

/** Sums over the obligations of a case, in dong. */
export interface CaseSums {
  readonly caseId: string;
  readonly amount: number;
  readonly collected: number;
  readonly remittedToBudget: number;
  readonly paidToCreditors: number;
  readonly outstanding: number;
}

/** By case, over all its obligations; null for a case with neither obligation nor asset. One statement a batch. */
export function caseRecoveryLoader(manager: EntityManager): DataLoader<string, CaseSums | null> {
  return new DataLoader(async (ids) => {
    const rows = (await manager.query(
      `select wanted.id as "caseId", owed.amount, owed.collected, owed.remitted as "remittedToBudget",
         owed.paid as "paidToCreditors", owed.outstanding
       from unnest($1::text[]) as wanted(id)
       cross join lateral (
         select count(*) as obligations, coalesce(sum(amount), 0)::bigint as amount,
           coalesce(sum(collected), 0)::bigint as collected, coalesce(sum(remitted), 0)::bigint as remitted,
           coalesce(sum(paid), 0)::bigint as paid,
           coalesce(sum(amount - collected - exempted) filter (where state <> 'ENDED'), 0)::bigint as outstanding
         from recovery.obligation where case_id = wanted.id
       ) owed
       where owed.obligations > 0 or exists (select from recovery.asset where case_id = wanted.id)`,
      [ids],
    )) as CaseSums[];
    const byId = new Map(rows.map((row) => [row.caseId, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}
