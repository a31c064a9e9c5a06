import type { IsoDate } from '@thads/shared';

/** An event as the mutations take it; every register reads the fields it knows. */
export interface SampleEvent {
  readonly id: string;
  readonly subject: string;
  readonly type: string;
  readonly occurredOn: IsoDate;
  readonly [field: string]: unknown;
}

/** The mutations that events are sent with. */
export type Register = 'Case' | 'Petition' | 'Reception' | 'Inspection' | 'Recovery';

/** Events that have to be sent in this order: the whole history of one subject, or of a few that build on each other. */
export type History = readonly SampleEvent[];
