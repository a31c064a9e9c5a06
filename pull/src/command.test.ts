import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseCommand } from './command';

it('where the copy goes is enough', () => {
  expect(parseCommand(['--into', './data'], {})).toEqual({
    quiet: false,
    options: {
      url: 'http://localhost:4000',
      token: null,
      purpose: null,
      into: './data',
      format: undefined,
      datasets: null,
      provinces: null,
      since: null,
      manifestKeys: null,
      tries: 8,
    },
  });
});

it('address and token are those given, or of the environment', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'thads-token-'));
  try {
    const file = path.join(folder, 'token');
    writeFileSync(file, 'x\n');
    const environment = { THADS_URL: 'https://graph.example', THADS_TOKEN: 'y' };
    const args = ['--into', 'data'];
    expect(parseCommand(args, environment)!.options).toMatchObject({ url: 'https://graph.example', token: 'y' });
    expect(parseCommand([...args, '--token-file', file, '--url', 'http://here'], environment)!.options).toMatchObject({
      url: 'http://here',
      token: 'x',
    });
    writeFileSync(file, '\n');
    expect(() => parseCommand([...args, '--token-file', file], environment)).toThrow(/no token in/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('lists are in one order whatever order they are given in', () => {
  const { options } = parseCommand(
    ['--into', 'd', '--datasets', 'PETITIONS,CASES', '--provinces', 'VN34-15, VN34-01,VN34-15'],
    {},
  )!;
  expect(options).toMatchObject({ datasets: ['CASES', 'PETITIONS'], provinces: ['VN34-01', 'VN34-15'] });
  expect(parseCommand(['--into', 'd', '--datasets', 'all'], {})!.options.datasets).toBeNull();
});

it('a token on the command line is refused without being repeated', () => {
  const parse = (): unknown => parseCommand(['--into', 'd', '--token', 'secret'], {});
  expect(parse).toThrow(/set THADS_TOKEN, or give --token-file/);
  expect(parse).not.toThrow(/secret/);
});

it.each([
  [[], /--into is missing/],
  [['--into', 'duckdb:'], /the name of a file follows/],
  [['--into', 'd', '--format', 'xls'], /must be one of parquet/],
  [['--into', 'duckdb:a', '--format', 'parquet'], /--format goes with a folder/],
  [['--into', 'd', '--url', 'graph:4000'], /must be the address of the graph/],
  [['--into', 'd', '--since', '2025-02-30'], /--since is "2025-02-30"/],
  [['--into', 'd', '--provinces', 'VN34-15,'], /names with a comma/],
  [['--into', 'd', '--purpose-file', '7'], /go together/],
  [['--into', 'd', '--tries', '0'], /--tries is "0"; it must be a whole number from 1 to 100/],
  [['--into', 'd', '--manifest-keys', '/nowhere'], /--manifest-keys cannot be read/],
  [['--into', 'd', 'more'], /more/],
  [['--in', 'd'], /--in/],
])('%j is refused with the usage', (args, message) => {
  const parse = (): unknown => parseCommand(args, {});
  expect(parse).toThrow(message);
  expect(parse).toThrow(/Usage: thads-pull/);
  expect(parse).toThrow(expect.objectContaining({ exitCode: 2 }));
});
