import type { DataSource } from 'typeorm';

/** Between two looks at the chain while anybody waits. The follower lengthens it once a second. */
const LOOK_EVERY_MS = 250;

interface Waiter {
  readonly beyond: number;
  wake(): void;
}

/**
 * Lets any number of readers wait until a chain is longer: one statement on its head serves all of them, and nobody holds
 * a connection meanwhile. Nothing is asked while nobody waits.
 */
export class ChainWatch {
  private readonly waiters = new Set<Waiter>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly schema: string,
  ) {}

  /** Resolves when the chain is longer than that, after the time given, or when the watch is stopped. */
  async untilBeyond(position: number, milliseconds: number): Promise<void> {
    if (this.stopped || milliseconds <= 0) return;
    await new Promise<void>((resolve) => {
      const waiter: Waiter = {
        beyond: position,
        wake: () => {
          clearTimeout(timeout);
          this.waiters.delete(waiter);
          resolve();
        },
      };
      const timeout = setTimeout(() => waiter.wake(), milliseconds);
      this.waiters.add(waiter);
      this.schedule();
    });
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    for (const waiter of this.waiters) waiter.wake();
  }

  private schedule(): void {
    if (this.timer || this.stopped || this.waiters.size === 0) return;
    this.timer = setTimeout(() => void this.look(), LOOK_EVERY_MS);
  }

  private async look(): Promise<void> {
    // A database that does not answer is what the next page will tell of.
    const head = await this.readHead().catch(() => Number.POSITIVE_INFINITY);
    for (const waiter of this.waiters) if (head > waiter.beyond) waiter.wake();
    this.timer = undefined;
    this.schedule();
  }

  private async readHead(): Promise<number> {
    const [row] = (await this.dataSource.query(
      `select coalesce(max(position), 0) as position from ${this.schema}.chain`,
    )) as { position: number }[];
    return row!.position;
  }
}
