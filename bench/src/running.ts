export interface Stoppable {
  stop(): Promise<void>;
}

/** Hands on what was started, and sees to it that it is stopped at the end. */
export type Keep = <T extends Stoppable>(starting: Promise<T>) => Promise<T>;

const running = new Set<Stoppable>();

/** Whatever `run` keeps is stopped when it is done, the last first. */
export async function whileRunning<R>(run: (keep: Keep) => Promise<R>): Promise<R> {
  const kept: Stoppable[] = [];
  try {
    return await run(async (starting) => {
      const started = await starting;
      kept.push(started);
      running.add(started);
      return started;
    });
  } finally {
    for (const one of kept.reverse()) {
      running.delete(one);
      await one.stop();
    }
  }
}

/** For a bench that is interrupted: no server is left behind. */
export async function stopEverything(): Promise<void> {
  for (const one of [...running].reverse()) await one.stop().catch(() => undefined);
}
