/** How long after an answer more questions of the same request, or the next of the same person, are likely. */
const LINGER_MS = 50;

/** Whether somebody waits for statements on a database: what nobody waits for can let them go first. */
export class Traffic {
  private underWay = 0;
  private endedAt = -Infinity;

  async during<T>(statement: () => Promise<T>): Promise<T> {
    this.underWay += 1;
    try {
      return await statement();
    } finally {
      this.underWay -= 1;
      this.endedAt = performance.now();
    }
  }

  get isBusy(): boolean {
    return this.underWay > 0 || performance.now() - this.endedAt < LINGER_MS;
  }
}
