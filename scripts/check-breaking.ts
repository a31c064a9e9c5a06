/**
 * `npm run check:breaking`: fails when schema.graphql would break a client that was written for schema.released.graphql.
 * With `--release` the former becomes the latter. A folder as last argument stands for the repository's own.
 */
import { todayInVietnam } from '@thads/shared';
import { buildSchema } from 'graphql';
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { changesOf, endlessDeprecations } from './breaking-changes';

const [folder = path.resolve(__dirname, '..')] = process.argv.slice(2).filter((one) => !one.startsWith('--'));
const CURRENT = path.join(folder, 'schema.graphql');
const RELEASED = path.join(folder, 'schema.released.graphql');

async function check(): Promise<void> {
  const [released, current] = [RELEASED, CURRENT].map((file) => buildSchema(readFileSync(file, 'utf8')));
  const { breaking, noticeable, harmless } = await changesOf(released!, current!, todayInVietnam());
  const endless = endlessDeprecations(current!);
  process.stdout.write(
    `Since the released schema: ${breaking.length} breaking, ${noticeable.length} noticeable, ${harmless} harmless changes\n`,
  );
  for (const change of noticeable) process.stdout.write(`noticeable: ${change}\n`);
  for (const change of breaking) process.stderr.write(`breaking: ${change}\n`);
  for (const coordinate of endless) {
    process.stderr.write(`${coordinate} is deprecated without "Stays until YYYY-MM-DD." at the end of its reason.\n`);
  }
  if (breaking.length + endless.length === 0) return;
  process.stderr.write('Add beside it and deprecate instead: docs/decisions/0021-changes-of-the-schema.md\n');
  process.exitCode = 1;
}

if (process.argv.includes('--release')) copyFileSync(CURRENT, RELEASED);
else void check();
