import { OperatorError } from '@thads/shared';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hashOf, readTrustedDocuments } from './trusted-documents';

describe('manifests of trusted documents', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'thads-trusted-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (client: string, manifest: object): void =>
    writeFileSync(path.join(folder, `${client}.json`), JSON.stringify(manifest));

  it('are read all, a document of two clients once', () => {
    write('one', { [hashOf('{ a }')]: '{ a }', [hashOf('{ b }')]: '{ b }' });
    write('other', { [hashOf('{ b }')]: '{ b }', [hashOf('{ c }')]: '{ c }' });
    expect([...readTrustedDocuments(folder).values()]).toEqual(['{ a }', '{ b }', '{ c }']);
  });

  it('with a text that was changed are not taken', () => {
    write('one', { [hashOf('{ a }')]: '{ a b }' });
    expect(() => readTrustedDocuments(folder)).toThrow(OperatorError);
    expect(() => readTrustedDocuments(folder)).toThrow(/one\.json has another text under [0-9a-f]{64}/);
  });
});
