import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fieldFault } from './fault';
import { RefusedFile } from './refused-file';
import { scratchFolder } from './scratch.testkit';

const { file } = scratchFolder();
const HEADER = ['subject', 'amount'];
const FAULT = fieldFault('amount', 'FIELD_MALFORMED', '"x" is not an amount.', null);

async function refuse(name: string, ...subjects: string[]): Promise<string | null> {
  const refused = new RefusedFile(file(name), 'csv', () => HEADER);
  for (const [index, subject] of subjects.entries()) {
    await refused.add({ line: index + 2, fields: { subject, amount: 'x' }, isTyped: false }, FAULT);
    expect(existsSync(`${file(name)}.part`)).toBe(true);
  }
  return refused.close();
}

it('refused rows stand in a file of their own with what was wrong, once it is whole', async () => {
  expect(await refuse('a.csv', '=1', 'b')).toBe(file('a.csv'));
  expect(readFileSync(file('a.csv'), 'utf8')).toBe(
    [
      '\uFEFFsubject,amount,_line,_column,_rule,_reason,_allowed',
      `'=1,x,2,amount,FIELD_MALFORMED,"""x"" is not an amount.",`,
      'b,x,3,amount,FIELD_MALFORMED,"""x"" is not an amount.",',
      '',
    ].join('\r\n'),
  );
});

it('none are no file', async () => {
  expect(await refuse('none.csv')).toBeNull();
  expect(readdirSync(path.dirname(file('x'))).filter((name) => name.startsWith('none'))).toEqual([]);
});

it('what an earlier import wrote, and somebody may have corrected, is kept', async () => {
  for (const subject of ['first', 'second', 'third']) await refuse('kept.csv', subject);
  expect(await refuse('kept.csv')).toBeNull();
  const kept = ['kept.csv.old', 'kept.csv.old.2', 'kept.csv.old.3'].map((name) => readFileSync(file(name), 'utf8'));
  expect(kept.map((text) => /first|second|third/.exec(text)?.[0])).toEqual(['first', 'second', 'third']);
  expect(existsSync(file('kept.csv'))).toBe(false);
});

it('a folder that cannot be written is told before anything else', async () => {
  await expect(refuse('away/a.csv', 'a')).rejects.toThrow(/ENOENT/);
});
