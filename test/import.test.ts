import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CommandResult, type RunningCommand, runCommand, startCommand } from './harness/command';
import { type Graph, startGraph } from './harness/graph';

jest.setTimeout(180_000);

const ENTRY = 'import/src/main.ts';
const TEMPLATES = path.resolve(__dirname, '..', 'docs', 'templates');
const HEADER = 'id,subject,type,occurredOn,kind,initiation,overlays,officer,amount,decisionNumber';
const OFFICES = ['VN63-10-01', 'VN63-38-02', 'VN63-79-03', 'VN63-01-01'];

/** The four events of a case; the officer's is first in the file that names one. */
function caseRows(name: string, nth: number, officer = ''): string[] {
  const subject = `${OFFICES[nth % OFFICES.length]}.${name}-${nth}`;
  return [
    `,${subject},ENTRUSTMENT_RECEIVED,2024-03-04,CIVIL,ON_REQUEST,STATE_BUDGET;CONVICTS,${officer},${1_000_000 + nth},QD-1`,
    `,${subject},CLASSIFIED_WITH_CONDITIONS,2024-03-11,,,,,,`,
    `,${subject},MONEY_PAID,2024-05-20,,,,,400000,`,
    `,${subject},COMPLETED,2024-08-01,,,,,,`,
  ];
}

/** All rows of one event of every case, then all of the next: no case has its rows together. */
function spread(histories: readonly string[][]): string[] {
  return histories[0]!.flatMap((_row, step) => histories.map((history) => history[step]!));
}

describe('npm run import', () => {
  let graph: Graph;
  let folder: string;
  beforeAll(async () => {
    graph = await startGraph('in one process', 'empty');
    folder = mkdtempSync(path.join(tmpdir(), 'thads-import-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await graph.stop();
  });

  function csv(name: string, rows: readonly string[]): string {
    const file = path.join(folder, name);
    writeFileSync(file, `\uFEFF${[HEADER, ...rows].join('\r\n')}\r\n`);
    return file;
  }

  const withUrl = (args: readonly string[]): string[] => [...args, '--url', `${graph.url}/graphql`];
  const bearer = (): Record<string, string> => ({ THADS_TOKEN: graph.token });
  const start = (...args: string[]): RunningCommand => startCommand(ENTRY, withUrl(args), bearer());
  const run = (...args: string[]): Promise<CommandResult> => runCommand(ENTRY, withUrl(args), bearer());

  /** Events that the register of cases has accepted. */
  async function accepted(): Promise<number> {
    const { casesJournal } = await graph.client.data('{ casesJournal { position waiting } }');
    return casesJournal.position + casesJournal.waiting;
  }

  describe('a file of 10,000 rows with 50 that are wrong in five ways', () => {
    const FAULTS: readonly (readonly [rule: string, wrong: string, right: string, line: string])[] = [
      ['FIELD_MALFORMED', '1.234.567', '123456', 'MONEY_PAID,2024-08-01,,,,,1.234.567,'],
      ['FIELD_MALFORMED', '2024-02-30', '2024-08-01', 'COMPLETED,2024-02-30,,,,,,'],
      ['FIELD_MALFORMED', 'COMPLETE,', 'COMPLETED,', 'COMPLETE,2024-08-01,,,,,,'],
      ['AMOUNT_EXCEEDS_OUTSTANDING', '99000000', '1', 'MONEY_PAID,2024-08-01,,,,,99000000,'],
      ['DATE_RUNS_BACKWARDS', '2023-12-31', '2024-08-01', 'COMPLETED,2023-12-31,,,,,,'],
    ];
    const COLUMNS = ['amount', 'occurredOn', 'type', 'amount', 'occurredOn'];
    const histories = Array.from({ length: 2_500 }, (_, nth) => caseRows('BAD', nth));
    for (let nth = 0; nth < 50; nth += 1) {
      const history = histories[nth * 50]!;
      const [subject] = /[^,]+/.exec(history[3]!)!;
      history[3] = `,${subject},${FAULTS[nth % 5]![3]}`;
    }
    let file: string;
    beforeAll(() => {
      file = csv('bad.csv', histories.flat());
    });

    it('is checked without anything being written', async () => {
      const before = await accepted();
      const { code, stdout } = await run(file, '--dry-run', '--rejects', path.join(folder, 'checked.csv'));
      expect(stdout).toContain('9950 would be accepted, 0 duplicates, 50 refused');
      expect(code).toBe(1);
      expect(await accepted()).toBe(before);
    });

    it('loads 9,950 and explains 50, which go in once they are corrected in the file of refused rows', async () => {
      const before = await accepted();
      const first = await run(file);
      expect(first.stdout).toContain('9950 accepted, 0 duplicates, 50 refused');
      expect(first.code).toBe(1);
      expect(await accepted()).toBe(before + 9_950);

      const refusedFile = `${file}.refused.csv`;
      const [header, ...rows] = readFileSync(refusedFile, 'utf8').trimEnd().split('\r\n');
      expect(header).toBe(`\uFEFF${HEADER},_line,_column,_rule,_reason,_allowed`);
      // As in the dry run, which tells of rows in another order.
      expect(readFileSync(path.join(folder, 'checked.csv'), 'utf8').trimEnd().split('\r\n').sort()).toEqual(
        [header!, ...rows].sort(),
      );
      const lines = rows.map((row) => Number(/,(\d+),(?:amount|occurredOn|type)?,[A-Z_]+,/.exec(row)![1]));
      expect(lines).toEqual(Array.from({ length: 50 }, (_, nth) => nth * 200 + 5));
      for (const [index, row] of rows.entries()) {
        const kind = ((lines[index]! - 5) / 200) % 5;
        const [rule, wrong] = FAULTS[kind]!;
        expect(row).toContain(wrong);
        expect(row).toMatch(new RegExp(`,${lines[index]},(${COLUMNS[kind]}|),${rule},`));
      }
      expect(rows.find((row) => row.includes('1.234.567'))).toContain('whole dong in digits only');

      let corrected = [header, ...rows].join('\r\n');
      for (const [, wrong, right, line] of FAULTS) corrected = corrected.replaceAll(line, line.replace(wrong, right));
      writeFileSync(refusedFile, corrected);
      const second = await run(refusedFile);
      expect(second.stdout).toContain('50 accepted, 0 duplicates, 0 refused');
      expect(second.code).toBe(0);
      expect(await accepted()).toBe(before + 10_000);
      expect(existsSync(`${refusedFile}.refused.csv`)).toBe(false);
    });

    it('is all duplicates and the 50 again when it is imported again, and what was corrected is kept', async () => {
      const before = await accepted();
      const { code, stdout } = await run(file, '--batch', '1000', '--concurrency', '3');
      expect(stdout).toContain('0 accepted, 9950 duplicates, 50 refused');
      expect(code).toBe(1);
      expect(await accepted()).toBe(before);
      expect(readFileSync(`${file}.refused.csv.old`, 'utf8')).not.toContain(',1.234.567,');
    });
  });

  it.each(['SIGKILL', 'SIGTERM'] as const)(
    'ended by %s in the middle and started again, neither loses nor doubles',
    async (signal) => {
      const file = csv(`${signal}.csv`, spread(Array.from({ length: 1_500 }, (_, nth) => caseRows(signal, nth))));
      const before = await accepted();
      const { child, ended } = start(file, '--batch', '100');
      for (let waited = 0; (await accepted()) < before + 300; waited += 1) {
        if (waited > 600) throw new Error('the import does not begin');
        await sleep(50);
      }
      child.kill(signal);
      const { code, stderr } = await ended;
      expect(code).toBe(signal === 'SIGKILL' ? null : 2);
      if (signal === 'SIGTERM') expect(stderr).toMatch(/Interrupted after \d+ of 6000 rows/);
      const inBetween = await accepted();
      expect(inBetween).toBeLessThan(before + 6_000);

      const again = await run(file);
      expect(again.stdout).toContain(
        `${before + 6_000 - inBetween} accepted, ${inBetween - before} duplicates, 0 refused`,
      );
      expect(again.code).toBe(0);
      expect(await accepted()).toBe(before + 6_000);
    },
  );

  it('a check without writing knows what rows build on, wherever in the file they are', async () => {
    const officer = 'VN63-10-01.CHV-IMPORT';
    const rows = spread(Array.from({ length: 1_200 }, (_, nth) => caseRows('DRY', nth, officer)));
    const header = `${HEADER},name,grade`;
    const file = path.join(folder, 'dry.csv');
    const appointed = `,${officer},OFFICER_APPOINTED,2020-01-06,,,,,,,Nguyễn Văn Mẫu,SENIOR`;
    writeFileSync(file, [header, appointed, ...rows.map((row) => `${row},,`)].join('\n'));
    const before = await accepted();
    const { code, stdout } = await run(file, '--dry-run');
    expect(stdout).toContain('4801 would be accepted, 0 duplicates, 0 refused');
    expect(code).toBe(0);
    expect(await accepted()).toBe(before);
  });

  it('the templates go in as they are, and a workbook says the same as the table', async () => {
    const names = readdirSync(TEMPLATES).filter((name) => name.endsWith('.csv'));
    expect(names).toHaveLength(6);
    await Promise.all(
      names.map(async (name) => {
        const { code, stdout } = await run(path.join(TEMPLATES, name));
        expect([name, code]).toEqual([name, 0]);
        const count = /: (\d+) accepted, 0 duplicates, 0 refused/.exec(stdout)?.[1];
        expect(Number(count)).toBeGreaterThanOrEqual(1);
        const again = await run(path.join(TEMPLATES, name.replace('.csv', '.xlsx')));
        expect(again.stdout).toContain(`: 0 accepted, ${count} duplicates, 0 refused`);
      }),
    );
  });

  it('lines of JSON carry what a table cannot, and are refused as lines of JSON', async () => {
    const file = path.join(folder, 'entries.jsonl');
    const line = (slot: string) =>
      JSON.stringify({
        subject: `VN63-10-01.RE-${slot}`,
        type: 'REPORT_ENTRY_RECORDED',
        occurredOn: '2020-09-30',
        source: 'e\u0301',
        reportLines: [{ slot, kind: 'CIVIL', initiation: 'ON_REQUEST', count: 3, money: 5_000_000_000 }],
      });
    writeFileSync(file, `${line('COMPLETED')}\n\n${line('COMPLETE')}\n`);
    const { code, stdout } = await run(file, '--register', 'cases');
    expect(stdout).toContain('1 accepted, 0 duplicates, 1 refused');
    expect(code).toBe(1);
    const refused = JSON.parse(readFileSync(`${file}.refused.jsonl`, 'utf8'));
    expect(refused).toMatchObject({
      ...JSON.parse(line('COMPLETE')),
      source: '\u00e9',
      _line: '3',
      _column: 'reportLines.0.slot',
      _rule: 'FIELD_MALFORMED',
    });
  });

  it('two rows that say the same and have no ids: the second is refused, and told how to be told apart', async () => {
    const [first] = caseRows('TWICE', 1);
    const file = csv('twice.csv', [
      first!,
      first!,
      `0193b0c8-0000-7000-8000-00000000000A${first!.replace('TWICE-1', 'TWICE-2')}`,
    ]);
    const { code, stdout } = await run(file);
    expect(stdout).toContain('2 accepted, 0 duplicates, 1 refused');
    expect(code).toBe(1);
    expect(readFileSync(`${file}.refused.csv`, 'utf8')).toMatch(/,3,id,ROW_REPEATED,"The row says the same as line 2,/);
  });

  it.each([
    [
      'shifted.csv',
      `${HEADER}\n,a,b\n`,
      /shifted\.csv, line 2, column occurredOn: The row has 3 fields, the header 10/,
    ],
    [
      'unknown.csv',
      'id,subject,type,occurredOn,sum\n,a,b,c,d\n',
      /line 1, column sum: The events of cases have no such/,
    ],
    [
      'latin.csv',
      Buffer.from(`${HEADER}\n,Nguy\xean\n`, 'latin1'),
      /line 2, column 6 \(byte\): The byte EA is not UTF-8/,
    ],
    ['empty.csv', '', /There are no events in it/],
    ['old.xls', 'x', /no reader for files of the type \.xls/],
  ])('%s is refused as a whole, with the place, and nothing is sent', async (name, content, message) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    const before = await accepted();
    const { code, stdout, stderr } = await run(file, '--register', 'cases');
    expect(stderr).toMatch(message);
    expect(stderr).toContain('Right would be');
    expect([code, stdout]).toEqual([2, '']);
    expect(await accepted()).toBe(before);
  });

  it('a graph that is away is told, after a few tries', async () => {
    const file = csv('away.csv', caseRows('AWAY', 1));
    const { code, stderr } = await runCommand(ENTRY, [file, '--url', 'http://127.0.0.1:9/graphql', '--tries', '2']);
    expect(stderr).toContain('did not answer 2 times in a row');
    expect(code).toBe(2);
  });
});
