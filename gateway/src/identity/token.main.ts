/** `npm run --silent token -- --role registrar`: prints a token of the development issuer, and nothing else. */
import { EnvironmentReader, OperatorError, messageOf } from '@thads/shared';
import path from 'node:path';
import { readDataDir } from '../settings';
import { openDevelopmentIssuer } from './development-issuer';
import { readIssuer } from './issuer.settings';
import { parseTokenCommand } from './token-command';

async function main(): Promise<void> {
  const wanted = parseTokenCommand(process.argv.slice(2));
  const settings = new EnvironmentReader(process.env);
  const issuer = readIssuer(settings, '127.0.0.1', readDataDir(settings, path.resolve(__dirname, '..', '..', '..')));
  if (issuer.kind === 'OIDC') {
    throw new OperatorError(
      'This graph takes the tokens of AUTH_ISSUER alone: get one there, or unset THADS_MODE and AUTH_….',
    );
  }
  settings.check();
  process.stdout.write(`${await (await openDevelopmentIssuer(issuer.dataDir)).issue(wanted)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof OperatorError ? error.message : `The token could not be made: ${messageOf(error)}`}\n`,
  );
  process.exitCode = 1;
});
