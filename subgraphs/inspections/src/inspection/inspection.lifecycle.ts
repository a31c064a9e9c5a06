import {
  type GuardRefusal,
  type Lifecycle,
  type Placement,
  findOffice,
  legalBasis,
  noLegalBasis,
  officeOfSubject,
} from '@thads/shared';
import type { InspectionSlot } from '../statistics/inspection.slots';
import type { InspectionEntity } from './inspection.entity';
import type { InspectionState } from './inspection.enums';
import type { InspectionEvent } from './inspection.event';

const slots: Readonly<Record<InspectionState, InspectionSlot>> = {
  PLANNED: 'INSPECTION_PENDING',
  CONDUCTED: 'INSPECTION_CONDUCTED',
  CONCLUDED: 'INSPECTION_CONCLUDED',
  CANCELLED: 'INSPECTION_CANCELLED',
};

/** Without a unit the office inspects itself. */
const opened = ({ subject, kind, theme, unit }: InspectionEvent): Partial<InspectionEntity> => ({
  kind: kind!,
  theme: theme!,
  unit: (unit ? findOffice(unit) : officeOfSubject(subject))!.number,
});

export function unitFault({ unit }: Pick<InspectionEvent, 'unit'>): GuardRefusal | null {
  return unit === null || unit === undefined || findOffice(unit)
    ? null
    : { rule: 'OFFICE_UNKNOWN', message: `There is no office ${unit}.`, allowed: 'an office id, e.g. VN63-10-01' };
}

export const inspectionLifecycle: Lifecycle<InspectionEntity, InspectionEvent> = {
  subjectType: 'inspection',
  nameVi: 'cuộc kiểm tra',
  table: 'inspection',
  initial: {
    plannedOn: null,
    plannedFor: null,
    conductedOn: null,
    concludedOn: null,
    cancelledOn: null,
    conclusion: null,
  },
  transitions: [
    {
      event: 'INSPECTION_PLANNED',
      nameVi: 'lập kế hoạch kiểm tra',
      from: [],
      to: 'PLANNED',
      requires: ['kind', 'theme'],
      allows: ['unit', 'plannedFor'],
      legalBasis: legalBasis('Circular 04/2023 art. 22', null),
      guard: unitFault,
      effect: (event) => ({ ...opened(event), plannedOn: event.occurredOn, plannedFor: event.plannedFor ?? null }),
    },
    {
      event: 'UNPLANNED_INSPECTION_CONDUCTED',
      nameVi: 'kiểm tra đột xuất',
      from: [],
      to: 'CONDUCTED',
      requires: ['kind', 'theme'],
      allows: ['unit'],
      legalBasis: noLegalBasis,
      guard: unitFault,
      effect: (event) => ({ ...opened(event), conductedOn: event.occurredOn }),
    },
    {
      event: 'INSPECTION_CONDUCTED',
      nameVi: 'tiến hành kiểm tra',
      from: ['PLANNED'],
      to: 'CONDUCTED',
      legalBasis: legalBasis('Circular 04/2023 art. 22', null),
      effect: ({ occurredOn }) => ({ conductedOn: occurredOn }),
    },
    {
      event: 'INSPECTION_CONCLUDED',
      nameVi: 'kết luận kiểm tra',
      from: ['CONDUCTED'],
      to: 'CONCLUDED',
      allows: ['conclusion'],
      legalBasis: legalBasis('Circular 04/2023 art. 25', null),
      effect: ({ occurredOn, conclusion }) => ({ concludedOn: occurredOn, conclusion: conclusion ?? null }),
    },
    {
      event: 'INSPECTION_CANCELLED',
      nameVi: 'hủy cuộc kiểm tra theo kế hoạch',
      from: ['PLANNED'],
      to: 'CANCELLED',
      legalBasis: noLegalBasis,
      effect: ({ occurredOn }) => ({ cancelledOn: occurredOn }),
    },
  ],
  positions: ({ state, kind, plannedOn }) => {
    const placements: (Placement & { slot: InspectionSlot })[] = [
      { slot: slots[state], count: 1 },
      { slot: 'INSPECTION_PLANNED', count: plannedOn === null ? 0 : 1 },
      { slot: 'SELF_INSPECTION', count: kind === 'SELF' && (state === 'CONDUCTED' || state === 'CONCLUDED') ? 1 : 0 },
    ];
    return [{ dimensions: { kind }, overlays: 0, placements }];
  },
};
