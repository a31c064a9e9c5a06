import type { IsoDate, RegisterEvent } from '@thads/shared';
import type { OutsideBody } from './supervision.enums';

/** What events about a supervision from outside carry besides the fields of every event. */
export interface SupervisionEvent extends RegisterEvent {
  readonly body?: OutsideBody | null;
  /** Office ids. */
  readonly units?: readonly string[] | null;
  readonly case?: string | null;
  readonly content?: string | null;
  readonly conclusion?: string | null;
  readonly findingCount?: number | null;
  readonly recommendationCount?: number | null;
  readonly dueOn?: IsoDate | null;
}
