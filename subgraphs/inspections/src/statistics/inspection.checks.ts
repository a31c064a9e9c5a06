import { type Check, noRows } from '@thads/shared';

/** What one subject of the register says of another; a correction of the one does not see the other. */
export const inspectionChecks: readonly Check[] = [
  noRows(
    'Every finding is of an inspection that was conducted.',
    `select from inspections.finding f
     where f.state <> 'VOID' and not exists (
       select from inspections.inspection i
       where i.id = f.inspection_id and i.state <> 'VOID' and i.conducted_on <= f.recorded_on)`,
  ),
  noRows(
    'Every inspection that names a plan has its kind, and the plan was issued before.',
    `select from inspections.inspection i
     where i.state <> 'VOID' and i.plan_id is not null and not exists (
       select from inspections.inspection_plan p
       where p.id = i.plan_id and p.state <> 'VOID' and p.kind = i.kind and p.issued_on <= i.planned_on)`,
  ),
  noRows(
    'No finding is open of an inspection whose follow-up has ended.',
    `select from inspections.finding f join inspections.inspection i on i.id = f.inspection_id
     where f.state in ('OPEN', 'REPORTED_DONE') and i.state = 'FOLLOWED_UP'`,
  ),
  noRows(
    'Every inspection of a plan that was closed is over.',
    `select from inspections.inspection i join inspections.inspection_plan p on p.id = i.plan_id
     where i.state not in ('FOLLOWED_UP', 'CANCELLED', 'VOID') and p.state = 'CLOSED'`,
  ),
];
