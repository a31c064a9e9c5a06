/** `npx thads-pull`: a copy of the graph's datasets, as a client of the same API as everybody. */
import { parseCommand, usage } from './command';
import { EXIT, PullFailure, messageOf } from './failure';
import { SILENT, terminalProgress } from './progress';
import { pull } from './pull';

async function main(): Promise<void> {
  const command = parseCommand(process.argv.slice(2), process.env);
  if (!command) return void process.stdout.write(`${usage()}\n`);
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());
  const progress = command.quiet ? SILENT : terminalProgress(process.stdout);
  const startedAt = Date.now();
  try {
    const { datasets, requests, bytes } = await pull(command.options, progress, interrupted.signal);
    const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
    progress.say(`${datasets.length} datasets in ${seconds} s: ${requests} requests, ${bytes} bytes of files.`);
  } catch (error) {
    if (!interrupted.signal.aborted) throw error;
    throw new PullFailure(EXIT.INTERRUPTED, 'Interrupted. What was fetched is kept; the next run goes on.');
  }
}

main().catch((error: unknown) => {
  const isKnown = error instanceof PullFailure;
  process.stderr.write(`${isKnown ? error.message : `The copy failed: ${messageOf(error)}`}\n`);
  process.exitCode = isKnown ? error.exitCode : EXIT.FAILED;
});
