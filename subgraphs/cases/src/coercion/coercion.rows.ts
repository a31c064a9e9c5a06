import type { DetailRow } from '@thads/shared';
import type { CaseEntity } from '../case/case.entity';
import type { CaseEvent } from '../case/case.event';

export function coercionRows(event: CaseEvent, after: CaseEntity): DetailRow[] {
  if (event.type !== 'COERCION_DECIDED') return [];
  return [
    {
      table: 'coercion',
      row: {
        territory: after.territory,
        id: `${after.id}.${String(after.coercions).padStart(3, '0')}`,
        case_id: after.id,
        measure: event.coercionMeasure,
        mobilised_forces: event.mobilisedForces ?? false,
        decided_on: event.occurredOn,
        decision_number: event.decisionNumber ?? null,
      },
    },
  ];
}
