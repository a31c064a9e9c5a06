import type { Transition } from '@thads/shared';
import type { CaseEntity } from './case.entity';
import type { CaseEvent } from './case.event';

export type CaseTransition = Transition<CaseEntity, CaseEvent>;

/** From the end of the voluntary period, or from new information (old law art. 44). */
export const VERIFICATION_DAYS = 10;

export const ended = ({ occurredOn }: CaseEvent): Partial<CaseEntity> => ({
  endedOn: occurredOn,
  returnState: null,
  postponedUntil: null,
  verificationDueOn: null,
});

export const collected = ({ amount }: CaseEvent, state: CaseEntity | null): Partial<CaseEntity> => ({
  collected: state!.collected + amount!,
  assetPrice: null,
  assetFirstPrice: null,
});
