import { type Lifecycle, type Placement, type RegisterEvent, noLegalBasis } from '@thads/shared';
import type { PetitionSlot } from '../statistics/petition.slots';
import type { ReceptionEntity } from './reception.entity';

export interface ReceptionEvent extends RegisterEvent {
  readonly visits?: number | null;
  readonly citizens?: number | null;
  readonly matters?: number | null;
  readonly massGroups?: number | null;
  readonly receivedByHead?: boolean | null;
}

export const receptionLifecycle: Lifecycle<ReceptionEntity, ReceptionEvent> = {
  subjectType: 'reception',
  nameVi: 'lượt tiếp công dân',
  table: 'reception',
  initial: { massGroups: 0, receivedByHead: false },
  transitions: [
    {
      event: 'RECEPTION_RECORDED',
      nameVi: 'ghi sổ tiếp công dân',
      from: [],
      to: 'RECORDED',
      requires: ['visits', 'citizens', 'matters'],
      allows: ['massGroups', 'receivedByHead'],
      legalBasis: noLegalBasis,
      effect: ({ occurredOn, visits, citizens, matters, massGroups, receivedByHead }) => ({
        receivedOn: occurredOn,
        visits: visits!,
        citizens: citizens!,
        matters: matters!,
        massGroups: massGroups ?? 0,
        receivedByHead: receivedByHead ?? false,
      }),
    },
  ],
  // One visit may bring several people and several matters: the three counts stand side by side.
  positions: ({ visits, citizens, matters, massGroups }) => {
    const placements: (Placement & { slot: PetitionSlot })[] = [
      { slot: 'RECEPTION_VISITS', count: visits },
      { slot: 'RECEPTION_CITIZENS', count: citizens },
      { slot: 'RECEPTION_MATTERS', count: matters },
      { slot: 'RECEPTION_MASS_GROUPS', count: massGroups },
    ];
    return [{ dimensions: {}, overlays: 0, placements }];
  },
};
