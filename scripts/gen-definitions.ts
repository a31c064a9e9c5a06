/**
 * `npm run gen:definitions`: writes the tables of docs/definitions.md from the definitions that the graph answers with.
 * What stands between the tables is written by hand. With `--check` it writes nothing and fails when the page differs
 * from what would be written. A folder as last argument stands for the repository's own.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { CIRCULARS, type Definition } from '../gateway/src/definitions/definition';
import { DEFINITIONS } from '../gateway/src/definitions/definitions';
import { writeOrCheck } from './generated-files';

const PAGE = 'docs/definitions.md';

function filled(page: string): string {
  return page
    .replace(/(<!-- circulars -->).*?(<!-- end -->)/, `$1${circulars()}$2`)
    .replace(
      /(<!-- definitions of (\w+) -->\n).*?(<!-- end -->)/gs,
      (_block, start: string, type: string, end: string) => `${start}\n${tableOf(type)}\n\n${end}`,
    );
}

function circulars(): string {
  return CIRCULARS.map(({ legalSource, validFrom }) =>
    validFrom ? `${legalSource} from ${validFrom}` : legalSource,
  ).join(', ');
}

function tableOf(type: string): string {
  const ofType = DEFINITIONS.filter(({ indicator }) => indicator.startsWith(`${type}.`));
  if (ofType.length === 0) throw new Error(`${PAGE} has a table of ${type}, which nothing is defined for`);
  const indicators = [...new Set(ofType.map(({ indicator }) => indicator))];
  return [
    '| line | figure | Vietnamese | how | source |',
    '| --- | --- | --- | --- | --- |',
    ...indicators.map((indicator) => rowOf(ofType.filter((definition) => definition.indicator === indicator))),
  ].join('\n');
}

function rowOf(versions: readonly Definition[]): string {
  const { indicator, name, nameVi, formula, line } = versions.at(-1)!;
  const field = indicator.slice(indicator.indexOf('.') + 1);
  return `| ${line ?? ''} | ${name}: \`${field}\` | ${nameVi} | ${formula} | ${sourceOf(versions)} |`;
}

function sourceOf(versions: readonly Definition[]): string {
  const { forms } = versions[0]!;
  if (forms.length > 0) return `form ${forms.join(', ')}`;
  return versions
    .map(({ legalSource, validFrom }) => (validFrom ? `${legalSource} (from ${validFrom})` : legalSource))
    .join('; ');
}

async function generate(): Promise<void> {
  const file = path.resolve(__dirname, '..', PAGE);
  const page = filled(readFileSync(file, 'utf8'));
  const options = await resolveConfig(file);
  writeOrCheck(new Map([[PAGE, await format(page, { ...options, parser: 'markdown' })]]), 'gen:definitions');
}

void generate();
