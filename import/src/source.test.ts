import { Workbook } from 'exceljs';
import { parseCommand } from './command';
import { readSchema } from './columns';
import { FileFault } from './fault';
import type { FileRow } from './files/file-row';
import { scratchFolder } from './scratch.testkit';
import { type Source, openSource } from './source';

const schema = readSchema();
const { write, file } = scratchFolder();
const open = (...args: string[]): Promise<Source> => openSource(parseCommand(args, undefined), schema);

async function fault(...args: string[]): Promise<string> {
  try {
    await open(...args);
  } catch (error) {
    expect(error).toBeInstanceOf(FileFault);
    return (error as Error).message;
  }
  throw new Error('it was opened');
}

async function rowsOf(source: Source): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  for await (const row of source.rows()) rows.push(row);
  return rows;
}

const HEADER = 'subject,type,occurredOn,source';
const row = (text: string): string => `x,COMPLETED,2024-01-02,${text}`;

async function workbook(name: string, rows: readonly (readonly unknown[])[], sheets = ['one']): Promise<string> {
  const book = new Workbook();
  for (const sheet of sheets) book.addWorksheet(sheet).addRows(rows as unknown[][]);
  await book.xlsx.writeFile(file(name));
  return file(name);
}

describe('a table', () => {
  it.each([
    ['with a byte order mark and CRLF', `\uFEFF${HEADER}\r\n${row('a')}\r\n`],
    ['without either', `${HEADER}\n${row('a')}\n`],
    ['without a last line end', `${HEADER}\n${row('a')}`],
    ['with empty lines', `${HEADER}\n\n${row('a')}\n\n`],
    ['with both line ends', `${HEADER}\r\n${row('a')}\n`],
  ])('%s is read', async (_what, text) => {
    const source = await open(write('a.csv', text));
    expect(source).toMatchObject({ format: 'csv', total: 1, header: HEADER.split(',') });
    expect(source.form.register).toBe('cases');
    expect((await rowsOf(source)).map(({ fields }) => fields)).toEqual([
      { subject: 'x', type: 'COMPLETED', occurredOn: '2024-01-02', source: 'a' },
    ]);
  });

  it('names the line that a row begins on, quoted line breaks counted', async () => {
    const source = await open(write('lines.csv', `${HEADER}\n${row('"a\nb"')}\n\n${row('c')}\n`));
    expect((await rowsOf(source)).map(({ line, fields }) => [line, fields['source']])).toEqual([
      [2, 'a\nb'],
      [5, 'c'],
    ]);
  });

  it('composes what is decomposed, takes the apostrophe before formulas off, and ignores notes', async () => {
    const text = `${HEADER},_reason,_comment\n${row("'=1+1 e\u0301")},=x,y\n`;
    const [only] = await rowsOf(await open(write('notes.csv', text)));
    expect(only!.fields).toEqual({ subject: 'x', type: 'COMPLETED', occurredOn: '2024-01-02', source: '=1+1 é' });
  });

  it.each([
    ['', /There are no events in it\. Right would be: a header and at least one row/],
    [`${HEADER}\n`, /There are no events in it/],
    [`subject,type\nx,COMPLETED\n`, /line 1: The header lacks occurredOn/],
    [`${HEADER},sum\n${row('a')},1\n`, /line 1, column sum: The events of cases have no such field/],
    [`${HEADER},reportLines\n${row('a')},1\n`, /line 1, column reportLines: A table cannot hold it.*JSON Lines/],
    [`${HEADER},type\n${row('a')},1\n`, /line 1, column type: It is there twice/],
    [`${HEADER},\n${row('a')},1\n`, /line 1, column number 5: The events of cases/],
    [`${HEADER.replaceAll(',', ';')}\nx;COMPLETED\n`, /The header is one field.*fields separated by commas/],
    [`${HEADER}\n${row('a')}\n${row('a')},b\n`, /line 3, column number 5: The row has 5 fields, the header 4/],
    [`${HEADER}\nx,COMPLETED\n`, /line 2, column occurredOn: The row has 2 fields, the header 4/],
    [`${HEADER}\n${row('"a')}\n`, /line 2: A quoted field is not closed/],
    [`${HEADER}\n${row('a"b')}\n`, /line 2: There is a quote within a field that is not quoted/],
    [`${HEADER}\n${row('"a"b')}\n`, /line 2: A quoted field goes on after its closing quote/],
    [Buffer.from(`\uFEFF${HEADER}\n`, 'utf16le'), /line 1: The file is in UTF-16.*CSV UTF-8/],
    [
      Buffer.concat([Buffer.from(`${HEADER}\nNguy`), Buffer.from([0xea]), Buffer.from('n')]),
      /line 2, column 5 \(byte\): The byte EA is not UTF-8 here, after "Nguy"/,
    ],
    [
      Buffer.concat([Buffer.from(`${HEADER}\n${row('ế')}`), Buffer.from([0xe1, 0xba])]),
      /line 2, column 27 \(byte\): The byte E1 is not UTF-8/,
    ],
  ])('that is wrong as a whole is refused with place, fault and remedy: %j', async (text, message) => {
    const told = await fault(write('wrong.csv', text), '--register', 'cases');
    expect(told.replaceAll('\n', ' ')).toMatch(message);
    expect(told).toMatch(/wrong\.csv.*Right would be: /s);
  });

  it('tells its register by its first event, where only one has such events', async () => {
    const first = (type: string): string =>
      write('register.csv', `${HEADER.replace(',source', '')}\nx,${type},2024-01-02\n`);
    expect((await open(first('RECEPTION_RECORDED'))).form.register).toBe('receptions');
    expect(await fault(first('EVENT_REVERSED'))).toMatch(
      /line 2, column type: The register is not named.*--register cases/,
    );
  });
});

describe('lines of JSON', () => {
  it('are read with their types; empty ones and notes are passed over', async () => {
    const source = await open(write('a.jsonl', '{"type":"COMPLETED","amount":12,"_line":3}\n\n{"type":"e\\u0301"}'));
    expect(await rowsOf(source)).toEqual([
      { line: 1, fields: { type: 'COMPLETED', amount: 12 }, isTyped: true },
      { line: 3, fields: { type: '\u00e9' }, isTyped: true },
    ]);
  });

  it.each([
    ['{"type":"COMPLETED"}\n{"type":', /line 2: The line is not JSON/],
    ['{"type":"COMPLETED"}\n[1]', /line 2: The line is JSON, but not an object/],
    ['null', /line 1: The line is JSON, but not an object/],
    ['\n\n', /There are no events in it/],
  ])('that are none are refused: %j', async (text, message) => {
    expect(await fault(write('wrong.jsonl', text), '--register', 'cases')).toMatch(message);
  });
});

describe('a workbook', () => {
  const header = ['subject', 'type', 'occurredOn', 'amount', 'source', 'mobilisedForces'];

  it('gives days, numbers, truth values and texts in pieces as a table would', async () => {
    const rich = { richText: [{ text: 'a ' }, { text: 'ế' }] };
    const day = new Date('2024-03-05T00:00:00Z');
    const source = await open(
      await workbook('a.xlsx', [
        header,
        ['x', 'COMPLETED', day, 1_234_567, rich, true],
        [],
        ['y', 'COMPLETED', '2024-03-06'],
      ]),
    );
    expect(await rowsOf(source)).toMatchObject([
      {
        line: 2,
        fields: { subject: 'x', occurredOn: '2024-03-05', amount: '1234567', source: 'a ế', mobilisedForces: 'true' },
      },
      { line: 4, fields: { subject: 'y', occurredOn: '2024-03-06', amount: '', mobilisedForces: '' } },
    ]);
  });

  it('is read in its first sheet, or in the one that is named', async () => {
    const two = await workbook('two.xlsx', [header, ['x', 'COMPLETED', '2024-03-06']], ['một', 'hai']);
    expect((await open(two)).total).toBe(1);
    expect((await open(two, '--sheet', 'hai')).total).toBe(1);
    expect(await fault(two, '--sheet', 'ba')).toMatch(/There is no sheet ba.*--sheet with one of một, hai/);
  });

  it.each([
    ['a formula', { formula: 'A1', result: 12 }, /line 2, column amount: The cell holds a formula.*Paste Special/],
    ['an error', { error: '#N/A' }, /line 2, column amount: The cell holds the error #N\/A/],
  ])('with %s is refused with its place', async (_what, value, message) => {
    const path = await workbook('cell.xlsx', [header, ['x', 'COMPLETED', '2024-03-06', value]]);
    expect(await fault(path)).toMatch(message);
  });

  it.each([
    ['that is none', Buffer.from('subject,type'), /It is not a whole workbook of the form \.xlsx/],
    ['that is cut off', Buffer.from('504b030414000000', 'hex'), /copied to its end/],
    ['that is another ZIP file', Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex'), /not a whole workbook/],
  ])('%s is refused', async (_what, content, message) => {
    expect(await fault(write('broken.xlsx', content), '--register', 'cases')).toMatch(message);
  });

  it('with cells beyond its header is refused', async () => {
    const path = await workbook('wide.xlsx', [header, ['x', 'COMPLETED', '2024-03-06', 1, 'a', true, 'more']]);
    expect(await fault(path)).toMatch(/line 2, column number 7: The row has 7 fields, the header 6/);
  });
});

it('a file of another type is refused, unless its format is named', async () => {
  expect(await fault(write('a.txt', `${HEADER}\n${row('a')}\n`))).toMatch(
    /no reader for files of the type \.txt.*--format/,
  );
  expect((await open(file('a.txt'), '--format', 'csv')).total).toBe(1);
  await expect(open(file('away.csv'))).rejects.toThrow(/The file cannot be read: .*ENOENT/);
});
