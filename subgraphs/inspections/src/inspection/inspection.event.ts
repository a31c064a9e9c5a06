import type { IsoDate, RegisterEvent } from '@thads/shared';
import type { InspectionKind, InspectionTheme } from './inspection.enums';

/** What a conclusion states, part by part. */
export const CONCLUSION_PARTS = [
  'done',
  'notDone',
  'limitations',
  'causes',
  'remedies',
  'handling',
  'proposals',
] as const;
export type ConclusionParts = Partial<Record<(typeof CONCLUSION_PARTS)[number], string | null>>;

/** What events about an inspection carry besides the fields of every event. */
export interface InspectionEvent extends RegisterEvent {
  readonly kind?: InspectionKind | null;
  readonly theme?: InspectionTheme | null;
  /** Office id. */
  readonly unit?: string | null;
  /** Id of the yearly plan that provides for it. */
  readonly plan?: string | null;
  readonly plannedFor?: IsoDate | null;
  readonly teamHead?: string | null;
  readonly conclusion?: string | null;
  readonly conclusionParts?: ConclusionParts | null;
  readonly followUp?: string | null;
}
