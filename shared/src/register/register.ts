import type { Lifecycle } from './lifecycle';

/** The dimensions of a register's statistics: text columns of its ledger, e.g. `kind`, `initiation`. */
export interface LedgerDefinition {
  readonly dimensions: readonly string[];
}

/** A register: its database schema, what its subjects can go through, and what its statistics are counted by. */
export interface RegisterDefinition {
  readonly schema: string;
  readonly ledger: LedgerDefinition;
  readonly lifecycles: readonly Lifecycle<any, any>[];
}

/** The life cycle that an event type belongs to. An event type belongs to exactly one. */
export function lifecycleByEventType(register: RegisterDefinition): ReadonlyMap<string, Lifecycle> {
  const byType = new Map<string, Lifecycle>();
  for (const lifecycle of register.lifecycles as readonly Lifecycle[]) {
    for (const { event } of lifecycle.transitions) {
      const other = byType.get(event);
      if (other && other !== lifecycle) {
        throw new Error(`${event} belongs to both ${other.subjectType} and ${lifecycle.subjectType}`);
      }
      byType.set(event, lifecycle);
    }
  }
  return byType;
}
