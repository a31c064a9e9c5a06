import { type GuardRefusal, type Lifecycle, type Placement, type RegisterEvent, legalBasis } from '@thads/shared';
import type { PetitionSlot } from '../statistics/petition.slots';
import type { ReceptionEntity } from './reception.entity';

export interface ReceptionEvent extends RegisterEvent {
  readonly visits?: number | null;
  readonly citizens?: number | null;
  readonly matters?: number | null;
  readonly massGroups?: number | null;
  readonly massGroupCitizens?: number | null;
  readonly massGroupMatters?: number | null;
  readonly receivedByHead?: boolean | null;
  readonly online?: boolean | null;
}

/** So many persons who come together about the same make a mass group (in general practice; no article says so). */
const MASS_GROUP_PERSONS = 5;
/** More than any day of reception has ever come to. */
const MOST = 100_000;

export const receptionLifecycle: Lifecycle<ReceptionEntity, ReceptionEvent> = {
  subjectType: 'reception',
  nameVi: 'lượt tiếp công dân',
  table: 'reception',
  initial: { massGroups: 0, massGroupCitizens: 0, massGroupMatters: 0, receivedByHead: false, online: false },
  transitions: [
    {
      event: 'RECEPTION_RECORDED',
      nameVi: 'ghi sổ tiếp công dân',
      from: [],
      to: 'RECORDED',
      requires: ['visits', 'citizens', 'matters'],
      rows: ['Mass group', 'Reception book'],
      allows: ['massGroups', 'massGroupCitizens', 'massGroupMatters', 'receivedByHead', 'online'],
      legalBasis: legalBasis(null, 'Decree 154/2026'),
      guard: countsFault,
      effect: (event) => ({
        receivedOn: event.occurredOn,
        visits: event.visits!,
        citizens: event.citizens!,
        matters: event.matters!,
        massGroups: event.massGroups ?? 0,
        massGroupCitizens: event.massGroupCitizens ?? 0,
        massGroupMatters: event.massGroupMatters ?? 0,
        receivedByHead: event.receivedByHead ?? false,
        online: event.online ?? false,
      }),
    },
  ],
  // One visit may bring several people and several matters: the three counts stand side by side.
  positions: ({ visits, citizens, matters, massGroups, ...reception }) => {
    const placements: (Placement & { slot: PetitionSlot })[] = [
      { slot: 'RECEPTION_VISITS', count: visits },
      { slot: 'RECEPTION_CITIZENS', count: citizens },
      { slot: 'RECEPTION_MATTERS', count: matters },
      { slot: 'RECEPTION_MASS_GROUPS', count: massGroups },
      { slot: 'RECEPTION_MASS_GROUP_CITIZENS', count: reception.massGroupCitizens },
      { slot: 'RECEPTION_MASS_GROUP_MATTERS', count: reception.massGroupMatters },
      { slot: 'RECEPTION_VISITS_TO_HEAD', count: reception.receivedByHead ? visits : 0 },
      { slot: 'RECEPTION_VISITS_ONLINE', count: reception.online ? visits : 0 },
    ];
    return [{ dimensions: {}, overlays: 0, placements }];
  },
};

function countsFault(event: ReceptionEvent): GuardRefusal | null {
  const { visits, citizens, matters } = event;
  const massGroups = event.massGroups ?? 0;
  const groupCitizens = event.massGroupCitizens ?? 0;
  const groupMatters = event.massGroupMatters ?? 0;
  const ofGroups = (whole: number): number => (massGroups === 0 ? 0 : whole);
  return (
    between('visits', visits!, 1, MOST, 'a reception had visits') ??
    between('citizens', citizens!, 1, MOST, 'somebody came') ??
    between('matters', matters!, 0, MOST, 'what was brought') ??
    between('massGroups', massGroups, 0, visits!, 'as many as visits') ??
    between(
      'massGroupCitizens',
      groupCitizens,
      massGroups * MASS_GROUP_PERSONS,
      Infinity,
      `${MASS_GROUP_PERSONS} persons a group`,
    ) ??
    between('massGroupCitizens', groupCitizens, 0, ofGroups(citizens!), 'they are among the citizens') ??
    between('massGroupMatters', groupMatters, Math.min(massGroups, 1), Infinity, 'a group comes about something') ??
    between('massGroupMatters', groupMatters, 0, ofGroups(matters!), 'they are among the matters')
  );
}

function between(
  field: keyof ReceptionEvent & string,
  given: number,
  least: number,
  most: number,
  why: string,
): GuardRefusal | null {
  if (given >= least && given <= most) return null;
  const range = most === Infinity ? `${least} or more` : `${least} to ${most}`;
  return { rule: 'COUNT_OUT_OF_RANGE', message: `${field} is ${given}.`, allowed: `${range}: ${why}`, field };
}
