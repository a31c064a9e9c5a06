/** `npm run sample -- <address of the gateway>`: loads the sample into a running graph. */
import { loadSample } from './load';

const [url = 'http://localhost:4000'] = process.argv.slice(2);

loadSample(url, (line) => void process.stdout.write(`${line}\n`)).catch((error: unknown) => {
  process.stderr.write(`The sample could not be loaded: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
