/**
 * `npm run check:data`: whether what is stored is sound, as sentences with the number of faults of each. Runs beside a
 * server that is in use. Exit code 0 when all are true, 1 when one is not.
 */
import { OperatorError, messageOf } from '@thads/shared';
import { type CheckResult, checkData } from './check-data';
import { withDatabase } from './with-database';

const UNDEFINED_TABLE = '42P01';

async function report(adminUrl: string): Promise<void> {
  const results: CheckResult[] = [];
  const begun = Date.now();
  const show = (result: CheckResult): void => {
    results.push(result);
    process.stdout.write(`${String(result.faults).padStart(10)}  ${result.register.padEnd(12)}${result.sentence}\n`);
  };
  await checkData(adminUrl, show).catch((error: unknown) => {
    if ((error as { code?: unknown }).code !== UNDEFINED_TABLE) throw error;
    throw new OperatorError(
      `The database is not prepared for this version (${messageOf(error)}). Start it once with "npm start", or run "npm run migrate".`,
    );
  });
  const untrue = results.filter(({ faults }) => faults > 0);
  const seconds = Math.round((Date.now() - begun) / 1000);
  process.stdout.write(
    untrue.length === 0
      ? `All ${results.length} sentences are true (${seconds} s).\n`
      : `${untrue.length} of ${results.length} sentences are not true; the number before each is how often (${seconds} s).\n`,
  );
  for (const { sentence, advice } of untrue) if (advice) process.stdout.write(`\n${sentence}\n${advice}\n`);
  if (untrue.length > 0) process.exitCode = 1;
}

withDatabase(process.env, report).catch((error: unknown) => {
  process.stderr.write(`${error instanceof OperatorError ? error.message : `The check failed: ${messageOf(error)}`}\n`);
  process.exitCode = 2;
});
