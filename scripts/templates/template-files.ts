import { Workbook } from 'exceljs';
import { type CellKind, type Column, tableColumns } from '../../import/src/columns';
import { COMMENT } from '../../import/src/files/file-row';
import { neutralised } from '../../import/src/files/spreadsheet-text';
import { toWorkbookText } from '../../import/src/files/workbook-text';
import { csvText } from '../../import/src/files/writers';
import { type ExampleEvent, exampleEvents } from './example-events';
import type { DocumentedRegister } from './registers';

const BYTE_ORDER_MARK = '\uFEFF';
/** Of the files' own metadata. */
const MADE_ON = new Date('2024-01-01T00:00:00Z');

/** So that a spreadsheet leaves what is typed as it is. */
const CELL_FORMATS: Readonly<Record<CellKind, string>> = {
  text: '@',
  'whole number': '0',
  money: '0',
  number: '0.00',
  boolean: '@',
  date: 'yyyy-mm-dd',
  code: '@',
  object: '@',
};

/** The templates of a register's events, by path within the repository. */
export async function templateFiles(register: DocumentedRegister): Promise<[string, string | Buffer][]> {
  const columns = tableColumns(register.form);
  const examples = exampleEvents(register);
  const name = `docs/templates/${register.form.register}-events`;
  const header = [...columns.map((column) => column.name), COMMENT];
  const rows = examples.map((example) => [...columns.map((column) => textOf(example, column)), example.comment]);
  return [
    [`${name}.csv`, BYTE_ORDER_MARK + csvText([header, ...rows])],
    [`${name}.xlsx`, await workbookOf(register.form.register, columns, header, rows)],
  ];
}

function textOf({ fields }: ExampleEvent, { name }: Column): string {
  const value = fields[name];
  return Array.isArray(value) ? value.join(';') : String(value ?? '');
}

async function workbookOf(
  sheetName: string,
  columns: readonly Column[],
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Buffer> {
  const workbook = new Workbook();
  workbook.created = MADE_ON;
  workbook.modified = MADE_ON;
  const sheet = workbook.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = header.map((name, index) => ({
    width: Math.max(12, name.length + 2),
    style: { numFmt: columns[index] ? CELL_FORMATS[columns[index].kind] : '@' },
  }));
  sheet.addRow([...header]).font = { bold: true };
  for (const cells of rows) {
    sheet.addRow(cells.map((text, index) => (text === '' ? null : cellOf(columns[index]?.kind ?? 'text', text))));
  }
  return withFixedDates(Buffer.from(await workbook.xlsx.writeBuffer()));
}

function cellOf(kind: CellKind, text: string): string | number | Date {
  switch (kind) {
    case 'money':
    case 'number':
    case 'whole number':
      return Number(text);
    case 'date':
      return new Date(`${text}T00:00:00Z`);
    default:
      return toWorkbookText(neutralised(text));
  }
}

const CENTRAL_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
/** 1 January 1980, 00:00, the first moment that a ZIP file can name: day 1, month 1, year 0. */
const FIRST_MOMENT = 0x00210000;

/** A ZIP file names when each entry was written; the same content has to be the same file. */
function withFixedDates(zip: Buffer): Buffer {
  const end = zip.length - END_LENGTH;
  if (zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('the workbook does not end as a ZIP file does');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== CENTRAL_ENTRY) throw new Error('the workbook has a broken directory');
    zip.writeUInt32LE(FIRST_MOMENT, at + 12);
    zip.writeUInt32LE(FIRST_MOMENT, zip.readUInt32LE(at + 42) + 10);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}
