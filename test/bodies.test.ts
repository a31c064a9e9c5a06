import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type HttpGraph, startOverHttp } from './harness/graph';

const SUBMIT = `mutation ($events: [CaseEventInput!]!) { submitCaseEvents(events: $events) {
  accepted results { status refusal { code rule field message allowed } } } }`;

const event = (fields: object = {}): object => ({
  id: randomUUID(),
  subject: `VN63-10-01.${randomUUID()}`,
  type: 'JUDGMENT_RECEIVED',
  occurredOn: '2024-02-01',
  kind: 'CIVIL',
  initiation: 'ON_REQUEST',
  ...fields,
});
const bodyOf = (...events: readonly object[]): string => JSON.stringify({ query: SUBMIT, variables: { events } });

describe('what a request may be made of', () => {
  let graph: HttpGraph;
  beforeAll(async () => {
    graph = await startOverHttp('empty');
  });
  afterAll(() => graph.stop());

  async function post(body: string | Buffer, headers: Record<string, string> = {}, url = `${graph.url}/graphql`) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...graph.headers, ...headers },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
    return {
      status: response.status,
      requestId: response.headers.get('x-request-id'),
      answer: JSON.parse(await response.text()),
    };
  }

  async function accepted(): Promise<number> {
    const { casesJournal } = await graph.client.data('{ casesJournal { position waiting } }');
    return casesJournal.position + casesJournal.waiting;
  }

  async function expectRefused(
    sent: ReturnType<typeof post>,
    status: number,
    message: RegExp,
    code = 'BAD_USER_INPUT',
  ): Promise<void> {
    const told = await sent;
    expect(told).toEqual({
      status,
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      answer: expect.objectContaining({
        errors: [
          expect.objectContaining({
            message: expect.stringMatching(message),
            extensions: expect.objectContaining({ code, requestId: told.requestId }),
          }),
        ],
      }),
    });
    expect(await accepted()).toBe(before);
  }

  let before: number;
  beforeEach(async () => {
    before = await accepted();
  });

  it('1,000 events go in at once, 1,001 and none are refused whole', async () => {
    const many = (count: number): object[] => Array.from({ length: count }, () => event());
    await expectRefused(post(bodyOf(...many(1_001))), 200, /1001 events in the batch; send 1 to 1000/);
    await expectRefused(post(bodyOf()), 200, /0 events in the batch; send 1 to 1000/);
    const { answer } = await post(bodyOf(...many(1_000)));
    expect(answer.data.submitCaseEvents.accepted).toBe(1_000);
  });

  const MEGABYTE = 1024 * 1024;
  it('a body up to 16 MB is read, a larger one refused, packed or not', async () => {
    const ofSize = (bytes: number): string => {
      const body = bodyOf(event({ judgmentNumber: 'x' }));
      return body.replace('"x"', JSON.stringify('x'.repeat(bytes - Buffer.byteLength(body) + 1)));
    };
    const large = ofSize(16 * MEGABYTE + 1);
    const message = /more than 16777216 bytes; 16777216 are allowed. Send fewer events/;
    await expectRefused(post(large), 413, message, 'TOO_COSTLY');
    await expectRefused(post(gzipSync(large), { 'content-encoding': 'gzip' }), 413, message, 'TOO_COSTLY');
    const { answer } = await post(ofSize(16 * MEGABYTE));
    expect(answer.data.submitCaseEvents.accepted).toBe(1);
  });

  const withBytes = (...bytes: number[]): Buffer => {
    const [head, tail] = bodyOf(event({ judgmentNumber: 'HERE' })).split('HERE');
    return Buffer.concat([Buffer.from(head!), Buffer.from(bytes), Buffer.from(tail!)]);
  };

  it.each<[string, Buffer, Record<string, string>?]>([
    ['a byte that is never UTF-8', withBytes(0xff)],
    ['half of a character', withBytes(0xe1, 0xba)],
    ['a character at greater length than it has', withBytes(0xc0, 0xaf)],
    ['half of a pair, as three bytes', withBytes(0xed, 0xa0, 0x80)],
    ['a character beyond the last', withBytes(0xf4, 0x90, 0x80, 0x80)],
    ['Latin-1', Buffer.from(bodyOf(event({ judgmentNumber: 'Nguyên' })), 'latin1')],
    ['UTF-16', Buffer.from(`\ufeff${bodyOf(event())}`, 'utf16le')],
    ['a byte that is never UTF-8, packed', gzipSync(withBytes(0xff)), { 'content-encoding': 'gzip' }],
  ])('%s is refused, and nothing is kept in its place', async (_what, body, headers = {}) => {
    await expectRefused(post(body, headers), 400, /not UTF-8 throughout; send JSON in UTF-8/);
  });

  it.each<[string, Record<string, string>, number, RegExp]>([
    ['another charset that is announced', { 'content-type': 'application/json; charset=utf-16' }, 400, /not UTF-8/],
    ['a charset that nobody knows', { 'content-type': 'application/json; charset=klingon' }, 415, /not in UTF-8/],
    ['a packing that nobody knows', { 'content-encoding': 'zip' }, 415, /content-encoding .* gzip, deflate, br/],
    ['what is said to be packed and is not', { 'content-encoding': 'gzip' }, 400, /cannot be read/],
  ])('%s is refused by name', async (_what, headers, status, message) => {
    await expectRefused(post(bodyOf(event()), headers), status, message);
  });

  it('what is not said to be JSON is refused', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    await expectRefused(post(bodyOf(event()), form), 400, /./);
  });

  it.each([
    ['half of a pair', '\\ud800'],
    ['the other half', 'a\\udc00b'],
    ['two halves in the wrong order', '\\udc00\\ud800'],
    ['U+0000', 'a\\u0000'],
  ])('%s, written as an escape, is refused event by event', async (_what, escape) => {
    const [good, bad] = [event(), event({ judgmentNumber: 'HERE' })];
    const { answer } = await post(bodyOf(bad).replace('HERE', escape));
    expect(answer.data.submitCaseEvents).toEqual({
      accepted: 0,
      results: [
        {
          status: 'REFUSED',
          refusal: {
            code: 'BAD_USER_INPUT',
            rule: 'TEXT_NOT_ALLOWED',
            field: 'judgmentNumber',
            message: expect.stringContaining('judgmentNumber'),
            allowed: expect.stringContaining('whole characters'),
          },
        },
      ],
    });
    const both = await post(bodyOf(bad, good).replace('HERE', escape));
    expect(both.answer.data.submitCaseEvents.accepted).toBe(1);
    expect(await accepted()).toBe(before + 1);
  });

  it('a whole pair, written as an escape, is the character', async () => {
    const one = event({ judgmentNumber: 'HERE' }) as { subject: string };
    await post(bodyOf(one).replace('HERE', '\\ud83d\\ude00'));
    expect(
      await graph.client.data('query ($id: ID!) { case(id: $id) { judgmentNumber } }', { id: one.subject }),
    ).toEqual({
      case: { judgmentNumber: '\u{1f600}' },
    });
  });

  it('a subgraph that is asked by itself refuses in the same way, without a word of its inside', async () => {
    for (const body of [withBytes(0xff), Buffer.from('nonsense')]) {
      const { status, answer } = await post(body, await graph.subgraphHeaders(), graph.subgraphUrls.cases);
      expect([status, answer.errors.map(({ extensions }: any) => extensions)]).toEqual([
        400,
        [{ code: 'BAD_USER_INPUT' }],
      ]);
      expect(JSON.stringify(answer)).not.toMatch(/node_modules|stack|\bat /);
    }
  });
});
