import { isThere } from '@thads/shared';

/** Vietnam's day, once a statement. */
const TODAY = `(select (now() at time zone 'Asia/Ho_Chi_Minh')::date)`;

/** Rows of a table of the list in their time. */
export function inTime(table: string): string {
  return `${table}.shown_from <= ${TODAY} and (${table}.shown_until is null or ${table}.shown_until > ${TODAY})`;
}

/** What of the list everybody may see, by table. */
export const publicDebtorPolicies = {
  public_listing: inTime('public_listing'),
  public_debtor: `${inTime('public_debtor')} and ${isThere(`cases.public_listing l
    where l.territory = public_debtor.territory and l.case_id = public_debtor.case_id and ${inTime('l')}`)}`,
};
