import { buildSchema, isScalarType, isSpecifiedScalarType, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..');
const page = readFileSync(path.join(root, 'docs', 'front-end.md'), 'utf8');
const schema = buildSchema(readFileSync(path.join(root, 'schema.graphql'), 'utf8'));
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: object };

describe('the page for front ends', () => {
  it('has operations that fit the schema', () => {
    const operations = [...page.matchAll(/graphql\(`([^`]+)`\)/g)].map(([, text]) => text!);
    const fields = [...page.matchAll(/`(definition\(.*?\}|pageInfo \{.*?\})`/g)].map(([, text]) => text!);
    expect([operations.length, fields.length]).toEqual([1, 2]);
    for (const text of operations) expect(validate(schema, parse(text))).toEqual([]);
    expect(validate(schema, parse(`{ ${fields[1]} }`))).toEqual([]);
    expect(validate(schema, parse(`{ cases { ${fields[0]} } }`))).toEqual([]);
  });

  it('says what every scalar of the schema is in TypeScript', () => {
    const scalars = Object.values(schema.getTypeMap()).filter(
      (type) => isScalarType(type) && !isSpecifiedScalarType(type),
    );
    const [, mapped] = /scalars: \{(.*?)\}/.exec(page)!;
    expect([...mapped!.matchAll(/(\w+):/g)].map(([, name]) => name).sort()).toEqual(
      scalars.map(({ name }) => name).sort(),
    );
  });

  it('names commands and files that there are', () => {
    for (const [, script] of page.matchAll(/`?npm run ([\w:]+)/g)) expect(manifest.scripts).toHaveProperty([script!]);
    for (const [, file] of page.matchAll(/\]\(([^)]+\.md)\)/g)) readFileSync(path.join(root, 'docs', file!));
  });
});
