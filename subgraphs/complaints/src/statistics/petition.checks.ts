import { type Check, noRows } from '@thads/shared';

export const petitionChecks: readonly Check[] = [
  noRows(
    'Every letter that was split has as many parts as it says.',
    `select from complaints.petition l
     where l.state = 'SPLIT' and l.parts <> (
       select count(*) from complaints.petition p where p.split_from = l.id and p.state <> 'VOID')`,
  ),
];
