import { type GuardRefusal, officeOfSubject } from '@thads/shared';

/** Why an event cannot name this case. Whether the case exists is known in another subgraph only. */
export function caseFault(caseId: string | null | undefined): GuardRefusal | null {
  return caseId === null || caseId === undefined || officeOfSubject(caseId)
    ? null
    : {
        rule: 'CASE_MALFORMED',
        message: `${JSON.stringify(caseId)} is not the id of a case.`,
        allowed: '<office id>.<local number>, e.g. VN63-10-01.C-2024-00017',
        field: 'case',
      };
}
