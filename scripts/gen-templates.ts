/**
 * `npm run gen:templates`: from the committed schema and the life cycles, writes the templates of the files that can be
 * imported and the data dictionary. The same definitions give the same bytes. With `--check` it writes nothing and fails
 * when a file differs from what would be written. A folder as last argument stands for the repository's own.
 */
import { writeOrCheck } from './generated-files';
import { dataDictionary } from './templates/data-dictionary';
import { documentedRegisters } from './templates/registers';
import { templateFiles } from './templates/template-files';

async function generate(): Promise<Map<string, string | Buffer>> {
  const registers = documentedRegisters();
  const templates: [string, string | Buffer][] = [];
  for (const register of registers) templates.push(...(await templateFiles(register)));
  return new Map<string, string | Buffer>([...templates, ['docs/data-dictionary.md', dataDictionary(registers)]]);
}

void generate().then((files) => writeOrCheck(files, 'gen:templates'));
