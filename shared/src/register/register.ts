import type { Lifecycle } from './lifecycle';

/** What running totals are narrowed by: `territory`, `office`, a dimension, `overlay`. */
export type ViewColumn = string;

/**
 * A set of running totals that dashboards ask for; with `office` goes `territory`. What no view has by itself is summed
 * from a finer one. With `daily` they stand for every day on which something moved, otherwise for the ends of months
 * only. No two views differ by `overlay` alone: with it goes the total whatever the overlays.
 */
export interface ViewDefinition {
  readonly by: readonly ViewColumn[];
  readonly daily: boolean;
}

/** What a register's statistics are counted by. A further slot, value or view needs a migration that makes room for it. */
export interface LedgerDefinition {
  readonly slots: readonly string[];
  /** Text columns of the ledger with the values they take, e.g. `kind`, `initiation`; all may also be empty. */
  readonly dimensions: Readonly<Record<string, readonly string[]>>;
  /** Among them one by everything, which answers whatever the others do not. */
  readonly views: readonly ViewDefinition[];
}

export function dimensionsOf({ dimensions }: LedgerDefinition): string[] {
  return Object.keys(dimensions);
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
