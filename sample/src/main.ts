/**
 * `npm run sample -- <address of the gateway>`: loads the sample into a running graph.
 * `npm run sample -- --national --years N`: loads whole cases of the whole country into the database, in bulk.
 */
import { messageOf } from '@thads/shared';
import { parseCommand } from './command';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const command = parseCommand(process.argv.slice(2));
  if (command.national) {
    const { loadNational } = await import('./national/load-national');
    say(await loadNational(command.national));
  } else {
    const { loadSample } = await import('./load');
    await loadSample(command.url, process.env.THADS_TOKEN, say);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`The sample could not be loaded: ${messageOf(error)}\n`);
  process.exit(1);
});
