import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CommandResult, runCommand } from './harness/command';
import { verifyJournal } from './harness/journal';
import { type Graph, startGraph } from './harness/graph';
import { until } from './start/until';

const EXPORT = 'gateway/src/journal/export-journal.main.ts';
const VERIFY = 'gateway/src/journal/verify-journal.main.ts';
const LINKS = 40;

type Tampering = (lines: string[]) => string[];

function changed(nth: number, change: (line: any) => void): Tampering {
  return (lines) => {
    const line = JSON.parse(lines[nth - 1]!);
    change(line);
    return lines.with(nth - 1, JSON.stringify(line));
  };
}

describe('an exported journal', () => {
  let graph: Graph;
  let folder: string;
  let lines: string[];
  let hashes: string[];
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'thads-journal-'));
    graph = await startGraph('in one process', 'empty');
    const events = Array.from({ length: LINKS }, (_, nth) => ({
      id: randomUUID(),
      subject: `VN63-10-01.CHV-J${nth}`,
      type: 'OFFICER_APPOINTED',
      occurredOn: '2024-01-08',
      // A line separator is no end of a line here.
      name: `Nguyễn "Văn"\n\u2028${nth}`,
      grade: 'SENIOR',
    }));
    const { sent } = await graph.client.data(
      'mutation ($events: [CaseEventInput!]!) { sent: submitCaseEvents(events: $events) { accepted refused { refusal { message } } } }',
      { events },
    );
    expect(sent).toEqual({ accepted: LINKS, refused: [] });

    await until('all are in the chain', async () => (await head()).position === LINKS);
    const { code, stdout } = await exported();
    expect(code).toBe(0);
    lines = stdout.trimEnd().split('\n');
    hashes = lines.map((line) => JSON.parse(line).hash);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await graph.stop();
  });

  const exported = (...args: string[]): Promise<CommandResult> =>
    runCommand(EXPORT, ['--register', 'cases', ...args], { DATABASE_URL: graph.adminUrl });

  async function head(): Promise<{ position: number; hash: string }> {
    return (await graph.client.data('{ casesJournal { position hash } }')).casesJournal;
  }

  let files = 0;
  function written(content: readonly string[]): string {
    files += 1;
    const file = path.join(folder, `${files}.jsonl`);
    writeFileSync(file, content.map((line) => `${line}\n`).join(''));
    return file;
  }

  /** The check knows the file alone, and no database. */
  function verify(content: readonly string[], ...args: string[]): Promise<CommandResult> {
    return runCommand(VERIFY, [written(content), ...args]);
  }

  it('verifies, up to the head that the graph tells', async () => {
    const { position, hash } = await head();
    const { code, stdout } = await verify(lines, '--head', hash);
    expect(stdout).toContain(`all ${LINKS} links hold; the head is position ${position}, hash ${hash}.`);
    expect(stdout).toContain(`The head held is that of position ${LINKS}; 0 links follow it.`);
    expect(code).toBe(0);
  });

  it('verifies in parts, each from the hash before it, and with the lines that npm puts before its output', async () => {
    const part = await exported('--from', '31');
    const partLines = part.stdout.trimEnd().split('\n');
    expect(partLines).toEqual(lines.slice(30));
    const [right, wrong, none, bannered] = await Promise.all([
      verify(partLines, '--previous', hashes[29]!),
      verify(partLines, '--previous', hashes[28]!),
      verify(partLines),
      verify(['', '> thads-graph@0.1.0 export:journal', '', ...lines], '--head', hashes[9]!),
    ]);
    expect([right.code, right.stdout]).toEqual([0, expect.stringContaining('all 10 links hold')]);
    expect([wrong.code, wrong.stdout]).toEqual([1, expect.stringContaining('does not follow the hash given')]);
    expect([none.code, none.stdout]).toEqual([1, expect.stringContaining('Positions 1 to 30 are missing')]);
    expect([bannered.code, bannered.stdout]).toEqual([0, expect.stringContaining('position 10; 30 links follow it')]);
  });

  const TAMPERED: readonly (readonly [
    what: string,
    tamper: Tampering,
    line: number,
    position: number,
    kind: string,
    said: string,
  ])[] = [
    ['a name', changed(7, (line) => (line.content = line.content.replace('Văn', 'Vân'))), 7, 7, 'HASH', 'Its hash is'],
    ['a day', changed(8, (line) => (line.occurredOn = '2024-01-09')), 8, 8, 'HASH', 'Its hash is'],
    ['a subject', changed(9, (line) => (line.subject += '1')), 9, 9, 'HASH', 'Its hash is'],
    ['a type', changed(10, (line) => (line.type = 'OFFICER_LEFT')), 10, 10, 'HASH', 'Its hash is'],
    ['an id', changed(11, (line) => (line.eventId = randomUUID())), 11, 11, 'HASH', 'Its hash is'],
    ['a sender', changed(12, (line) => (line.submittedBy = 'me')), 12, 12, 'HASH', 'Its hash is'],
    ['a moment', changed(13, (line) => (line.recordedAt = '2024-01-01T00:00:00.000Z')), 13, 13, 'HASH', 'Its hash is'],
    ['a hash', changed(40, (line) => (line.hash = '0'.repeat(64))), 40, 40, 'HASH', 'Its hash is'],
    ['a position', changed(15, (line) => (line.position = 16)), 15, 16, 'GAP', 'Position 15 is missing'],
    ['one taken out', (all) => all.toSpliced(19, 1), 20, 21, 'GAP', 'Position 20 is missing'],
    ['one put in twice', (all) => all.toSpliced(20, 0, all[19]!), 21, 20, 'ORDER', 'there twice or out of order'],
    ['two exchanged', (all) => all.with(4, all[5]!).with(5, all[4]!), 5, 6, 'GAP', 'Position 5 is missing'],
    ['a line cut', (all) => all.with(29, all[29]!.slice(0, 50)), 30, 30, 'MALFORMED', 'it is not JSON'],
    ['a field added', changed(3, (line) => (line.note = 'x')), 3, 3, 'MALFORMED', 'it has a field note'],
    ['a field left out', changed(4, (line) => delete line.type), 4, 4, 'MALFORMED', 'type is undefined'],
  ];

  it.each(TAMPERED)('with %s is found out, and the place named', async (_what, tamper, line, position, kind, said) => {
    const verdict = await verifyJournal(written(tamper(lines)), { previous: null, head: null });
    expect(verdict).toEqual({
      holds: false,
      links: line - 1,
      line,
      position,
      kind,
      what: expect.stringContaining(said),
    });
  });

  it('that was tampered with is told in words, and by exit code 1', async () => {
    const [, tamper] = TAMPERED[0]!;
    const { code, stdout } = await verify(tamper(lines));
    expect(stdout).toMatch(/\.jsonl, line 7, position 7: Its hash is [0-9a-f]{64}, but what it says/);
    expect(stdout).toContain('6 links before it hold.');
    expect(code).toBe(1);
  });

  it('that is cut off at its end, or recomputed as a whole, is found out by the head that the auditor holds', async () => {
    const [blind, seen] = await Promise.all([
      verify(lines.slice(0, 35)),
      verify(lines.slice(0, 35), '--head', hashes[39]!),
    ]);
    expect(blind.code).toBe(0);
    expect([seen.code, seen.stdout]).toEqual([1, expect.stringContaining('is cut off, or another one')]);
    expect(seen.stdout).toContain('line 35, position 35');
  });

  it('that cannot be checked is no verdict: exit code 2', async () => {
    const [empty, away, wrong, unknown] = await Promise.all([
      verify([]),
      runCommand(VERIFY, [path.join(folder, 'away.jsonl')]),
      verify(lines, '--head', 'abc'),
      runCommand(EXPORT, ['--register', 'petitions'], { DATABASE_URL: graph.adminUrl }),
    ]);
    expect([empty, away, wrong, unknown].map(({ code, stdout }) => [code, stdout])).toEqual([
      [2, ''],
      [2, ''],
      [2, ''],
      [2, ''],
    ]);
    expect(empty.stderr).toContain('there are no links in it');
    expect(wrong.stderr).toContain('--head is "abc"; it must be 64 hexadecimal digits');
    expect(unknown.stderr).toContain('must be one of cases, complaints, inspections, recovery');
  });
});
