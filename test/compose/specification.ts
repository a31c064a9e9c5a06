import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const SCHEMA_FILE = path.join(__dirname, 'specification', 'compose-spec.json');

/** What the Compose Specification has against a file; empty when it has nothing. */
export function faultsOf(composeFile: unknown): string[] {
  // Its draft-07 is named by an address that ajv does not know; draft-07 is what ajv takes without one.
  const { $schema, ...schema } = JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')) as { $schema: string };
  if (!$schema.includes('draft-07')) throw new Error(`the specification is now written in ${$schema}`);
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { duration: GO_DURATION } });
  const validate = ajv.compile(schema);
  validate(composeFile);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

const GO_DURATION = /^([\d.]+(us|ms|s|m|h))+$/;
