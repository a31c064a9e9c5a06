/** `npm run sample -- <address of the gateway>`: loads the sample into a running graph. */
import { messageOf } from '@thads/shared';
import { loadSample } from './load';

const [url = 'http://localhost:4000'] = process.argv.slice(2);

loadSample(url, (line) => void process.stdout.write(`${line}\n`)).catch((error: unknown) => {
  process.stderr.write(`The sample could not be loaded: ${messageOf(error)}\n`);
  process.exitCode = 1;
});
