import type { Principal } from './principal';

/** Why a caller reads what concerns persons, in the caller's own words: a legal article and the file it is for. */
export interface Purpose {
  readonly article: string;
  readonly file: string;
}

/** What a gateway says of the request that a fetch belongs to. */
export interface RequestHead {
  readonly requestId: string;
  readonly principal: Principal;
  readonly purpose: Purpose | null;
  /** Name of the caller's operation; empty for one without a name. */
  readonly operation: string;
  /** The caller's address, for the access log. */
  readonly from: string;
  /** When the whole operation has to be answered; milliseconds since the epoch. */
  readonly deadlineAt: number;
}
