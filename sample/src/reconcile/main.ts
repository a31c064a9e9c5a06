/**
 * `npm run reconcile -- [address of the gateway]`: asks the graph for every figure of the published reports and shows
 * both side by side. Exit code 0 when every figure is reproduced within its printed precision, but for those that
 * contradict their own report, where the graph has the consistent figure. Asked as the public, from whom some are withheld,
 * or as the bearer of THADS_TOKEN, from whom none may be.
 */
import { messageOf } from '@thads/shared';
import { graphAt } from '../graph';
import { reconcile } from './reconcile';
import { printTables } from './table';

const [url = 'http://localhost:4000'] = process.argv.slice(2);

const token = process.env.THADS_TOKEN;

reconcile(graphAt(url, token, { partial: true }))
  .then((judged) => {
    const count = (verdict: string): number => judged.filter((one) => one.verdict === verdict).length;
    process.stdout.write(`${printTables(judged)}\n`);
    process.stdout.write(
      `${judged.length} figures: ${count('REPRODUCED')} reproduced, ${count('CONTRADICTS_ITSELF')} contradict their own ` +
        `report (consistent figure shown), ${count('DIFFERS')} differ\n`,
    );
    const withheld = count('WITHHELD');
    if (withheld > 0) {
      const from = token ? 'the bearer of THADS_TOKEN' : 'the public; set THADS_TOKEN to a token of a central role';
      process.stdout.write(`${withheld} more are withheld from ${from}\n`);
    }
    if (count('DIFFERS') > 0 || (token && withheld > 0)) process.exitCode = 1;
  })
  .catch((error: unknown) => {
    process.stderr.write(`The graph at ${url} could not be asked: ${messageOf(error)}\n`);
    process.exitCode = 1;
  });
