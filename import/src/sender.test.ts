import { OperatorError } from '@thads/shared';
import { once } from 'node:events';
import { type IncomingHttpHeaders, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type SenderOptions, createSender } from './sender';

const EVENT = { id: 'a', subject: 'b', type: 'c', occurredOn: '2024-01-01' };
const TAKEN = [200, { data: { sent: { results: [{ status: 'ACCEPTED', refusal: null }] } } }] as const;
const error = (code: string): readonly [number, object] => [
  200,
  { data: null, errors: [{ message: 'no', extensions: { code, requestId: 'r-1' } }] },
];

describe('a batch', () => {
  let server: Server;
  let answers: (readonly [status: number, body: object])[];
  let asked: { readonly headers: IncomingHttpHeaders; readonly body: { query: string; variables: object } }[];
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      asked.push({ headers: request.headers, body: JSON.parse(body) });
      const [status, answer] = answers.shift()!;
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(() => void server.close());

  const waits: string[] = [];
  const send = (options: Partial<SenderOptions> = {}) =>
    createSender({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
      token: null,
      register: 'petitions',
      preview: false,
      tries: 3,
      onWait: (message) => void waits.push(message),
      interrupted: new AbortController().signal,
      ...options,
    })([EVENT]);

  it('is sent to the register’s mutation, with the token when there is one', async () => {
    answers = [TAKEN, TAKEN];
    expect(await send({ token: 'secret' })).toEqual([{ status: 'ACCEPTED', refusal: null }]);
    await send();
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer secret', undefined]);
    expect(asked[0]!.body).toMatchObject({ variables: { events: [EVENT] } });
    expect(asked[0]!.body.query).toMatch(/^mutation .*PetitionEventInput.*submitPetitionEvents/s);
  });

  it('is only previewed in a dry run', async () => {
    answers = [TAKEN];
    await send({ preview: true });
    expect(asked[0]!.body.query).toMatch(/^query .*previewPetitionEvents/s);
    expect(asked[0]!.body.query).not.toContain('submit');
  });

  it.each([
    ['the gateway is not ready', [503, {}] as const],
    ['the subgraph is away', error('SUBGRAPH_UNAVAILABLE')],
    ['something broke', error('INTERNAL')],
    ['it asks too often', [429, { errors: [{ message: 'later', extensions: { code: 'TOO_COSTLY' } }] }] as const],
  ])('is sent again when %s', async (_what, first) => {
    answers = [first, TAKEN];
    waits.length = 0;
    expect(await send()).toEqual([{ status: 'ACCEPTED', refusal: null }]);
    expect(asked).toHaveLength(2);
    expect(waits).toEqual([expect.stringMatching(/^no answer \(.*\), try 1 of 3$/), '']);
  });

  it.each([
    ['BAD_USER_INPUT', error('BAD_USER_INPUT'), /did not take a batch: no \(request r-1\)/],
    [
      'UNAUTHENTICATED',
      [401, { errors: [{ message: 'who?', extensions: { code: 'UNAUTHENTICATED' } }] }] as const,
      /who\?/,
    ],
    [
      'what is too much at once',
      [413, { errors: [{ message: 'too large', extensions: { code: 'TOO_COSTLY' } }] }] as const,
      /too large/,
    ],
    ['a page that is not the graph', [404, {}] as const, /HTTP status 404/],
  ])('is not sent again after %s', async (_what, first, message) => {
    answers = [first];
    await expect(send()).rejects.toThrow(message);
    expect(asked).toHaveLength(1);
  });

  it('is given up after the tries, with what to do', async () => {
    answers = [error('INTERNAL'), error('INTERNAL')];
    const failure = send({ tries: 2 });
    await expect(failure).rejects.toThrow(OperatorError);
    await expect(failure).rejects.toThrow(/did not answer 2 times in a row: no .*Then start the import again/);
    expect(asked).toHaveLength(2);
  });

  it('is not tried again when the import has been interrupted', async () => {
    answers = [error('INTERNAL')];
    await expect(send({ interrupted: AbortSignal.abort() })).rejects.toThrow(/did not answer once/);
  });
});
