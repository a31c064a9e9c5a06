/** `npm run import -- <file>`: sends a file of events to the graph, as a client of the same API as everybody. */
import { OperatorError, messageOf } from '@thads/shared';
import { SingleBar } from 'cli-progress';
import { type Command, parseCommand } from './command';
import { type Progress, type Report, importFile } from './import-file';

const CANNOT_RUN = 2;
/** How long an answer is waited for when the import has been interrupted. */
const LAST_ANSWER_WITHIN_MS = 10_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function progressBar(dryRun: boolean): Progress {
  const bar = new SingleBar({
    format: `${dryRun ? 'Checking' : 'Importing'} {bar} {percentage}% | {value} of {total} rows | {speed} rows/s | {eta_formatted} left {note}`,
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 5_000,
    etaBuffer: 50,
  });
  const startedAt = Date.now();
  return {
    begin: (rows) => bar.start(rows, 0, { speed: 0, note: '' }),
    update(rows, note) {
      bar.update(rows, { speed: Math.round((rows * 1_000) / Math.max(1, Date.now() - startedAt)), note });
    },
    end: () => bar.stop(),
  };
}

function tell({ file, dryRun }: Command, report: Report, seconds: number): void {
  const { accepted, duplicates, refused, rules, refusedFile, rows, done } = report;
  const rate = Math.round(done / Math.max(0.001, seconds));
  say(
    `${file}: ${accepted} ${dryRun ? 'would be ' : ''}accepted, ${duplicates} duplicates, ${refused} refused ` +
      `(${seconds.toFixed(1)} s, ${rate} rows/s)${dryRun ? '; nothing was written to the graph' : ''}`,
  );
  for (const [rule, count] of [...rules].sort(([, a], [, b]) => b - a)) say(`${String(count).padStart(8)}  ${rule}`);
  if (refusedFile !== null) {
    say(
      `The refused rows are in ${refusedFile}, each with line, column, rule and reason: correct and import that file.`,
    );
  }
  if (done < rows) {
    throw new OperatorError(
      `Interrupted after ${done} of ${rows} rows. Start the import again: what is in stays in, the rest follows.`,
    );
  }
}

async function main(): Promise<void> {
  const command = parseCommand(process.argv.slice(2), process.env['THADS_TOKEN']);
  const interrupted = new AbortController();
  const interrupt = (): void => {
    interrupted.abort();
    setTimeout(() => process.exit(CANNOT_RUN), LAST_ANSWER_WITHIN_MS).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupt);
  const startedAt = Date.now();
  const report = await importFile(command, interrupted.signal, progressBar(command.dryRun));
  tell(command, report, (Date.now() - startedAt) / 1_000);
  if (report.refused > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof OperatorError ? error.message : `The import failed: ${messageOf(error)}`}\n`,
  );
  process.exitCode = CANNOT_RUN;
});
