import { SingleBar } from 'cli-progress';

/** What is told of a run while it goes on. */
export interface Progress {
  /** A dataset of so many rows is being fetched. */
  begin(what: string, rows: number): void;
  update(rows: number): void;
  end(): void;
  /** A sentence on what was done or is waited for. */
  say(line: string): void;
}

export const SILENT: Progress = { begin() {}, update() {}, end() {}, say() {} };

/** How often a line is written where there is no terminal for a bar. */
const LINE_EVERY_MS = 5_000;

/** A bar with rows per second and the time left; where there is no terminal, plain lines. */
export function terminalProgress(out: NodeJS.WriteStream): Progress {
  return out.isTTY ? barOn(out) : linesOn(out);
}

function barOn(out: NodeJS.WriteStream): Progress {
  const bar = new SingleBar({
    format: '{what} {bar} {percentage}% | {value} of {total} rows | {speed} rows/s | {eta_formatted} left',
    hideCursor: true,
    etaBuffer: 50,
    clearOnComplete: true,
    stream: out,
  });
  let startedAt = 0;
  return {
    begin(what, rows) {
      startedAt = Date.now();
      bar.start(rows, 0, { what, speed: 0 });
    },
    update: (rows) => bar.update(rows, { speed: perSecond(rows, startedAt) }),
    end: () => bar.stop(),
    say(line) {
      if (bar.isActive) bar.stop();
      out.write(`${line}\n`);
    },
  };
}

function linesOn(out: NodeJS.WriteStream): Progress {
  let [what, total, startedAt, saidAt] = ['', 0, 0, 0];
  return {
    begin(name, rows) {
      [what, total, startedAt, saidAt] = [name, rows, Date.now(), Date.now()];
    },
    update(rows) {
      if (Date.now() - saidAt < LINE_EVERY_MS) return;
      saidAt = Date.now();
      const speed = perSecond(rows, startedAt);
      const left = Math.ceil((total - rows) / Math.max(1, speed));
      out.write(`${what}: ${rows} of ${total} rows, ${speed} rows/s, ${left} s left\n`);
    },
    end() {},
    say: (line) => void out.write(`${line}\n`),
  };
}

function perSecond(rows: number, since: number): number {
  return Math.round((rows * 1_000) / Math.max(1, Date.now() - since));
}
