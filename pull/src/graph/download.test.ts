import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type RequestListener, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ExportFile } from './contract';
import { download } from './download';

const CONTENT = randomBytes(300_000);
const FILE: ExportFile = {
  name: 'cases-VN34-15.parquet',
  province: 'VN34-15',
  rows: 1,
  bytes: CONTENT.length,
  sha256: createHash('sha256').update(CONTENT).digest('hex'),
  url: '',
  expiresAt: '',
};

let folder: string;
let server: Server;
let answer: RequestListener;
const ranges: (string | undefined)[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    ranges.push(request.headers.range);
    answer(request, response);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => void server.close(resolve)));
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'thads-download-'));
  ranges.length = 0;
  answer = whole;
});
afterEach(() => rmSync(folder, { recursive: true }));

const whole: RequestListener = (request, response) => {
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  response.writeHead(from > 0 ? 206 : 200).end(CONTENT.subarray(from));
};

function fetchIt(tries = 3, file = FILE, onBytes?: (bytes: number) => void): Promise<string> {
  const link = async (): Promise<string> => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${FILE.name}`;
  const interrupted = new AbortController().signal;
  const patience = { tries, onWait: () => undefined, interrupted, firstWaitMs: 1 };
  return download(file, { folder, link, patience, onBytes });
}

it('is there under its name, as it was made, and not fetched twice', async () => {
  expect(CONTENT.equals(readFileSync(await fetchIt()))).toBe(true);
  await fetchIt();
  expect(ranges).toEqual([undefined]);
  expect(readdirSync(folder)).toEqual([FILE.name]);
});

it('goes on where it broke off', async () => {
  let breakOff = (): void => undefined;
  answer = (_, response) => {
    answer = whole;
    breakOff = () => void response.destroy();
    response.writeHead(200, { 'content-length': CONTENT.length });
    response.write(CONTENT.subarray(0, 200_000));
  };
  let received = 0;
  const onBytes = (bytes: number): void => {
    received += bytes;
    // What came before the last of it has been written by now.
    if (received >= 200_000) breakOff();
  };
  expect(CONTENT.equals(readFileSync(await fetchIt(3, FILE, onBytes)))).toBe(true);
  expect(ranges).toEqual([undefined, expect.stringMatching(/^bytes=[1-9]\d*-$/)]);
});

it('goes on where an earlier run was killed', async () => {
  writeFileSync(path.join(folder, `${FILE.name}.part`), CONTENT.subarray(0, 1_000));
  expect(CONTENT.equals(readFileSync(await fetchIt()))).toBe(true);
  expect(ranges).toEqual(['bytes=1000-']);
});

it('a server that does not go on begins again', async () => {
  writeFileSync(path.join(folder, `${FILE.name}.part`), 'something else');
  answer = (_, response) => void response.writeHead(200).end(CONTENT);
  expect(CONTENT.equals(readFileSync(await fetchIt()))).toBe(true);
});

it('a beginning that was not of this file is noticed, and fetched again as a whole', async () => {
  writeFileSync(path.join(folder, `${FILE.name}.part`), randomBytes(1_000));
  expect(CONTENT.equals(readFileSync(await fetchIt()))).toBe(true);
  expect(ranges).toEqual(['bytes=1000-', undefined]);
});

it('a changed byte is refused, and leaves nothing that looks whole', async () => {
  const changed = Buffer.from(CONTENT);
  changed[150_000]! ^= 1;
  answer = (_, response) => void response.writeHead(200).end(changed);
  await expect(fetchIt()).rejects.toMatchObject({ exitCode: 5, message: expect.stringContaining(FILE.sha256) });
  expect(readdirSync(folder)).toEqual([]);
});

it('a server that is away for a moment is asked again, one that is away for good is not', async () => {
  let nth = 0;
  answer = (request, response) => ((nth += 1) < 3 ? void response.writeHead(503).end() : whole(request, response));
  expect(CONTENT.equals(readFileSync(await fetchIt()))).toBe(true);
  rmSync(path.join(folder, FILE.name));
  answer = (_, response) => void response.writeHead(503).end();
  await expect(fetchIt()).rejects.toMatchObject({
    exitCode: 1,
    message: expect.stringMatching(/3 times in a row.*503/),
  });
});

it('what is not allowed is not asked again', async () => {
  answer = (_, response) => void response.writeHead(403).end('{"errors":[{"message":"The link is altered."}]}');
  await expect(fetchIt()).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringContaining('The link is altered.'),
  });
  expect(ranges).toHaveLength(1);
});

it('an empty file is a file', async () => {
  answer = (_, response) => void response.writeHead(200).end();
  const empty = { ...FILE, bytes: 0, sha256: createHash('sha256').digest('hex') };
  expect(readFileSync(await fetchIt(3, empty))).toHaveLength(0);
});
