import {
  type IsoDate,
  type Lifecycle,
  type Placement,
  type RegisterEvent,
  addDays,
  latest,
  legalBasis,
} from '@thads/shared';
import type { CaseSlot } from '../statistics/case.slots';
import type { AdministrativeJudgmentEntity } from './administrative-judgment.entity';

export interface AdministrativeJudgmentEvent extends RegisterEvent {
  readonly obligedBody?: string | null;
  readonly performBy?: IsoDate | null;
}

/** States in which it is still to be performed. */
export const OPEN = ['MONITORED', 'COMPELLED'] as const;

export const administrativeJudgmentLifecycle: Lifecycle<AdministrativeJudgmentEntity, AdministrativeJudgmentEvent> = {
  subjectType: 'administrative judgment',
  nameVi: 'bản án hành chính',
  table: 'administrative_judgment',
  initial: { compellingDecisions: 0, performedOn: null },
  transitions: [
    {
      event: 'ADMINISTRATIVE_JUDGMENT_MONITORED',
      nameVi: 'theo dõi bản án hành chính',
      from: [],
      to: 'MONITORED',
      requires: ['obligedBody', 'performBy'],
      legalBasis: legalBasis('Law on Administrative Procedure art. 311-312', null),
      effect: ({ obligedBody, performBy, occurredOn }) => ({
        obligedBody: obligedBody!,
        performBy: performBy!,
        monitoredOn: occurredOn,
      }),
    },
    {
      event: 'COMPELLING_DECISION_ISSUED',
      nameVi: 'quyết định buộc thi hành án hành chính',
      from: OPEN,
      to: 'COMPELLED',
      legalBasis: legalBasis('Law on Administrative Procedure art. 312', null),
      effect: (_event, state) => ({ compellingDecisions: state!.compellingDecisions + 1 }),
    },
    {
      event: 'ADMINISTRATIVE_JUDGMENT_PERFORMED',
      nameVi: 'đã thi hành xong bản án hành chính',
      from: OPEN,
      to: 'PERFORMED',
      legalBasis: legalBasis('Law on Administrative Procedure art. 311', null),
      effect: ({ occurredOn }) => ({ performedOn: occurredOn }),
    },
  ],
  positions: ({ state, performBy, monitoredOn, compellingDecisions }) => {
    const firstLateDay = latest(addDays(performBy, 1), monitoredOn);
    const standing: (Placement & { slot: CaseSlot })[] =
      state === 'PERFORMED'
        ? [{ slot: 'ADMINISTRATIVE_PERFORMED', count: 1 }]
        : [
            { slot: 'ADMINISTRATIVE_PENDING', count: 1 },
            { slot: 'ADMINISTRATIVE_PENDING', count: -1, from: firstLateDay },
            { slot: 'ADMINISTRATIVE_OVERDUE', count: 1, from: firstLateDay },
          ];
    return [
      {
        dimensions: {},
        overlays: 0,
        placements: [...standing, { slot: 'ADMINISTRATIVE_COMPELLED', count: compellingDecisions }],
      },
    ];
  },
};
