/**
 * `npm run gen:trusted`: writes the manifests of trusted documents, one for each client, from the client's .graphql
 * files. A document that does not fit the committed schema is a fault. With `--check` it writes nothing and fails when a
 * manifest differs from what would be written. A folder as last argument stands for the repository's own.
 */
import { type GraphQLSchema, buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Manifest, TRUSTED_DOCUMENTS_FOLDER, hashOf } from '../gateway/src/doors/trusted-documents';
import { RECONCILE } from '../reports/src/index';
import { documentFiles, operationsIn } from './documents';
import { writeOrCheck } from './generated-files';

const root = path.resolve(__dirname, '..');

/** The documents of each client, byte for byte as it sends them: it takes their hashes. */
const CLIENTS: Readonly<Record<string, () => Document[]>> = {
  playground: () => textsOf('gateway/playground/examples'),
  dashboard: () => [
    ...textsOf('dashboard/src/graph/operations').flatMap(({ from, text }) =>
      operationsIn(text).map((operation) => ({ from, text: operation.text })),
    ),
    { from: 'reports', text: RECONCILE },
  ],
};

interface Document {
  readonly from: string;
  readonly text: string;
}

function textsOf(folder: string): Document[] {
  return documentFiles(root, folder).map((from) => ({ from, text: readFileSync(path.join(root, from), 'utf8') }));
}

function manifestOf(documents: readonly Document[], schema: GraphQLSchema): Manifest {
  return Object.fromEntries(
    documents.map(({ from, text }) => {
      const [fault] = validate(schema, parse(text));
      if (fault) throw new Error(`${from}: ${fault.message}`);
      return [hashOf(text), text];
    }),
  );
}

const schema = buildSchema(readFileSync(path.join(root, 'schema.graphql'), 'utf8'));
const manifests = Object.entries(CLIENTS).map(([client, documents]): [string, string] => [
  path.relative(root, path.join(TRUSTED_DOCUMENTS_FOLDER, `${client}.json`)),
  `${JSON.stringify(manifestOf(documents(), schema), null, 2)}\n`,
]);
writeOrCheck(new Map(manifests), 'gen:trusted');
