import type { RegisterEvent } from '@thads/shared';
import type { InspectionKind } from '../inspection/inspection.enums';

/** What a plan has to state before it is issued. */
export const PLAN_PARTS = ['purpose', 'scopeAndObject', 'content', 'method', 'organisation'] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];

/** What events about a yearly plan carry besides the fields of every event. */
export interface PlanEvent extends RegisterEvent, Partial<Readonly<Record<PlanPart, string | null>>> {
  readonly kind?: InspectionKind | null;
  readonly workingYear?: number | null;
  /** Id of the superior office. */
  readonly toOffice?: string | null;
}
