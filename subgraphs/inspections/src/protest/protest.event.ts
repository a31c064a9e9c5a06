import type { IsoDate, RegisterEvent } from '@thads/shared';
import type { ProtestLevel, ProtestOutcome } from './protest.enums';

/** What events about a protest of the procuracy carry besides the fields of every event. */
export interface ProtestEvent extends RegisterEvent {
  readonly protestLevel?: ProtestLevel | null;
  /** Day the procuracy got the decision or found the act that it protests against. */
  readonly actOn?: IsoDate | null;
  /** Office id. */
  readonly unit?: string | null;
  readonly case?: string | null;
  readonly content?: string | null;
  readonly outcome?: ProtestOutcome | null;
}
