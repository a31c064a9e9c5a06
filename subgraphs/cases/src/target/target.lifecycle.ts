import { type GuardRefusal, type Lifecycle, type RegisterEvent, findScope, noLegalBasis } from '@thads/shared';
import type { TargetEntity } from './target.entity';

export interface TargetEvent extends RegisterEvent {
  readonly scope?: string | null;
  readonly workingYear?: number | null;
  /** Percent, at most two decimals. */
  readonly casesTarget?: number | null;
  readonly moneyTarget?: number | null;
}

function targetFault({ scope, casesTarget, moneyTarget }: TargetEvent): GuardRefusal | null {
  if (scope !== null && scope !== undefined && !findScope(scope)) {
    return {
      rule: 'SCOPE_UNKNOWN',
      message: `There is no ${scope}.`,
      allowed: 'VN, a province id or an office id',
      field: 'scope',
    };
  }
  const wrong = Object.entries({ casesTarget: casesTarget!, moneyTarget: moneyTarget! }).find(
    ([, percent]) => percent <= 0 || percent > 100 || Math.abs(Math.round(percent * 100) - percent * 100) > 1e-6,
  );
  return wrong === undefined
    ? null
    : {
        rule: 'TARGET_OUT_OF_RANGE',
        message: `${wrong[0]} is ${wrong[1]}.`,
        allowed: 'percent above 0 up to 100, at most two decimals',
        field: wrong[0],
      };
}

export const targetLifecycle: Lifecycle<TargetEntity, TargetEvent> = {
  subjectType: 'target',
  nameVi: 'chỉ tiêu',
  table: 'target',
  initial: {},
  transitions: [
    {
      event: 'TARGET_ASSIGNED',
      nameVi: 'giao chỉ tiêu',
      from: [],
      to: 'IN_FORCE',
      requires: ['scope', 'workingYear', 'casesTarget', 'moneyTarget'],
      legalBasis: noLegalBasis,
      guard: targetFault,
      effect: ({ scope, workingYear }) => ({ scope: scope!, workingYear: workingYear! }),
    },
    {
      event: 'TARGET_REISSUED',
      nameVi: 'điều chỉnh chỉ tiêu',
      from: ['IN_FORCE'],
      to: 'IN_FORCE',
      requires: ['casesTarget', 'moneyTarget'],
      legalBasis: noLegalBasis,
      guard: targetFault,
    },
  ],
  details: (event, after) => [
    {
      table: 'target_value',
      row: {
        id: `${after.id}.${after.version}`,
        scope: after.scope,
        working_year: after.workingYear,
        valid_from: event.occurredOn,
        cases_hundredths: Math.round(event.casesTarget! * 100),
        money_hundredths: Math.round(event.moneyTarget! * 100),
        decision_number: event.decisionNumber ?? null,
      },
    },
  ],
  positions: () => [],
};
