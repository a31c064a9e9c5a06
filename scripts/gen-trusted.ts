/**
 * `npm run gen:trusted`: writes the manifests of trusted documents, one for each client, from the client's .graphql
 * files. A document that does not fit the committed schema is a fault. With `--check` it writes nothing and fails when a
 * manifest differs from what would be written. A folder as last argument stands for the repository's own.
 */
import { type GraphQLSchema, buildSchema, parse, validate } from 'graphql';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Manifest, TRUSTED_DOCUMENTS_FOLDER, hashOf } from '../gateway/src/doors/trusted-documents';
import { writeOrCheck } from './generated-files';

const root = path.resolve(__dirname, '..');

/** Where each client keeps its documents. A file is one document, byte for byte: the client takes its hash. */
const CLIENTS: Readonly<Record<string, string>> = { playground: 'gateway/playground/examples' };

function manifestOf(folder: string, schema: GraphQLSchema): Manifest {
  const files = (readdirSync(path.join(root, folder), { recursive: true }) as string[])
    .filter((file) => file.endsWith('.graphql'))
    .sort();
  return Object.fromEntries(
    files.map((file) => {
      const text = readFileSync(path.join(root, folder, file), 'utf8');
      const [fault] = validate(schema, parse(text));
      if (fault) throw new Error(`${folder}/${file}: ${fault.message}`);
      return [hashOf(text), text];
    }),
  );
}

const schema = buildSchema(readFileSync(path.join(root, 'schema.graphql'), 'utf8'));
const manifests = Object.entries(CLIENTS).map(([client, folder]): [string, string] => [
  path.relative(root, path.join(TRUSTED_DOCUMENTS_FOLDER, `${client}.json`)),
  `${JSON.stringify(manifestOf(folder, schema), null, 2)}\n`,
]);
writeOrCheck(new Map(manifests), 'gen:trusted');
