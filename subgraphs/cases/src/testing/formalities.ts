import type { CaseEvent } from '../case/case.event';
import { caseLifecycle } from '../case/case.lifecycle';

/** A number and a ground, where a decision has to have them and nobody cares which. */
export function formalities(type: string): Partial<CaseEvent> {
  const { isDecision, grounds } = caseLifecycle.transitions.find(({ event }) => event === type) ?? {};
  return {
    ...(isDecision ? { decisionNumber: `QD-${type}` } : {}),
    ...(grounds ? { ground: Object.keys(grounds)[0]! } : {}),
  };
}
