/** `npm run migrate`: brings all four schemas and their login roles up to date, as administrator, and ends. */
import { EnvironmentReader, OperatorError, POSTGRES_PROTOCOLS, checkReachable, messageOf } from '@thads/shared';
import { migrateAll, subgraphDefinitions } from './one-process';

async function main(): Promise<void> {
  const settings = new EnvironmentReader(process.env);
  const adminUrl = settings.requiredUrl('DATABASE_URL', POSTGRES_PROTOCOLS);
  const passwords = Object.fromEntries(
    subgraphDefinitions.map(({ register: { schema } }) => [
      schema,
      settings.requiredText(
        `${schema.toUpperCase()}_DATABASE_PASSWORD`,
        `the password of the login role thads_${schema}`,
      ),
    ]),
  );
  settings.check();
  await checkReachable(adminUrl);
  await migrateAll(adminUrl, passwords);
  process.stdout.write('migrated\n');
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof OperatorError ? error.message : `The migration failed: ${messageOf(error)}`}\n`,
  );
  process.exitCode = 1;
});
