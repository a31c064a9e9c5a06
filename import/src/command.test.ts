import { OperatorError } from '@thads/shared';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseCommand } from './command';

it('a file is enough', () => {
  expect(parseCommand(['a.csv'], undefined)).toEqual({
    file: 'a.csv',
    register: null,
    format: null,
    sheet: null,
    url: 'http://127.0.0.1:4000/graphql',
    token: null,
    dryRun: false,
    batch: 500,
    concurrency: 1,
    tries: 8,
    rejects: null,
  });
});

it('the token is that of the file, or of the environment', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'thads-token-'));
  try {
    const file = path.join(folder, 'token');
    writeFileSync(file, 'x\n');
    expect(parseCommand(['a.csv', '--token-file', file], 'y').token).toBe('x');
    expect(parseCommand(['a.csv'], 'y').token).toBe('y');
    expect(parseCommand(['a.csv'], '').token).toBeNull();
    writeFileSync(file, '\n');
    expect(() => parseCommand(['a.csv', '--token-file', file], 'y')).toThrow(/no token in/);
    expect(() => parseCommand(['a.csv', '--token-file', folder], 'y')).toThrow(/--token-file cannot be read/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('a token on the command line is refused without being repeated', () => {
  const parse = (): unknown => parseCommand(['a.csv', '--token', 'secret'], undefined);
  expect(parse).toThrow(/set THADS_TOKEN, or give --token-file/);
  expect(parse).not.toThrow(/secret/);
});

it.each([
  [[], /The file is missing/],
  [['a.csv', 'b.csv'], /one file too many: b\.csv/],
  [
    ['a.csv', '--register', 'complaints'],
    /must be one of cases, petitions, receptions, compensations, inspections, recovery/,
  ],
  [['a.csv', '--format', 'xls'], /must be one of csv, jsonl, xlsx/],
  [['a.csv', '--url', 'graph:4000'], /must be the address of the graph/],
  [['a.csv', '--batch', '1001'], /--batch is "1001"; it must be a whole number from 1 to 1000/],
  [['a.csv', '--batch', '0'], /--batch is "0"/],
  [['a.csv', '--tries', 'x'], /--tries is "x"/],
  [['a.csv', '--bath', '1'], /--bath/],
])('%j is refused with the usage', (args, message) => {
  const parse = () => parseCommand(args, undefined);
  expect(parse).toThrow(OperatorError);
  expect(parse).toThrow(message);
  expect(parse).toThrow(/Usage: npm run import/);
});
