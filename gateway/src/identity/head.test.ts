import { ANYBODY, EnvironmentReader, type RequestHead, type RunningServer, createLogger } from '@thads/shared';
import type { GatewayContext, SubgraphSource } from '../data-source';
import { readDoors } from '../doors/doors';
import { startGateway } from '../gateway';
import { readLimits } from '../limits/limits';
import { SUBGRAPH_NAMES } from '../settings';
import { TestIssuer } from './issuer.testkit';

const QUERY = 'query Dashboard { nation { id } } query Other { nation { name } }';

describe('what a subgraph is told of a request', () => {
  let issuer: TestIssuer;
  let server: RunningServer;
  const heads: RequestHead[] = [];
  afterAll(() => issuer.stop());
  afterEach(() => server.stop());
  beforeAll(async () => {
    issuer = await TestIssuer.start();
  });

  const start = async (trustProxy: false | number | string = false): Promise<void> => {
    const source: SubgraphSource = {
      process: async ({ context }) => {
        heads.push((context as GatewayContext).head);
        return { data: { nation: { id: 'VN', name: 'Viet Nam' } } };
      },
      dataVersion: async () => '1',
      sendExportFile: async () => undefined,
      exportKey: async () => null,
    };
    server = await startGateway({
      settings: {
        host: '127.0.0.1',
        port: 0,
        logLevel: 'fatal',
        subgraphDeadlineMs: 1_000,
        operationDeadlineMs: 5_000,
        keptAnswersMb: 1,
        exportLinkMs: 3_600_000,
        issuer: issuer.settings(),
        trustProxy,
        signIn: { kind: 'TOKEN' },
        limits: readLimits(new EnvironmentReader({})),
        doors: readDoors(new EnvironmentReader({}), 'production'),
      },
      logger: createLogger('test', 'fatal'),
      dataSources: Object.fromEntries(['directory', ...SUBGRAPH_NAMES].map((name) => [name, source])),
      checkReady: async () => undefined,
      exportLinkKey: Buffer.alloc(32),
    });
  };

  async function headOf(headers: Record<string, string>, body: object): Promise<RequestHead> {
    heads.length = 0;
    const response = await fetch(`http://127.0.0.1:${server.port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    expect([response.status, heads.length]).toEqual([200, 1]);
    return heads[0]!;
  }

  it('is who asks, for what, which operation, from where, and until when the answer is wanted', async () => {
    await start();
    const before = Date.now();
    const claims = { role: 'PROVINCE_VIEWER', province: 'VN34-15' };
    const head = await headOf(
      {
        authorization: `Bearer ${await issuer.token(claims, { name: 'Nguyễn Văn Mẫu' })}`,
        'x-purpose-article': encodeURIComponent('Điều 27'),
        'x-purpose-file': 'HS-1',
        'x-request-id': 'request-0017',
      },
      { query: QUERY, operationName: 'Dashboard' },
    );
    expect(head).toEqual({
      requestId: 'request-0017',
      principal: {
        role: 'PROVINCE_VIEWER',
        name: 'Nguyễn Văn Mẫu',
        territories: [10, 15],
        office: null,
        officer: null,
      },
      purpose: { article: 'Điều 27', file: 'HS-1' },
      operation: 'Dashboard',
      from: '127.0.0.1',
      deadlineAt: expect.any(Number),
    });
    expect(head.deadlineAt).toBeGreaterThanOrEqual(before + 5_000);
    expect(head.deadlineAt).toBeLessThanOrEqual(Date.now() + 5_000);
  });

  it('is nobody’s without a token and without a purpose; an operation may have no name, or the only one there is', async () => {
    await start();
    const head = await headOf({}, { query: '{ nation { id } }' });
    expect(head).toMatchObject({ principal: ANYBODY, purpose: null, operation: '' });
    expect((await headOf({}, { query: 'query Named { nation { id } }' })).operation).toBe('Named');
  });

  it('takes no address from the caller, unless a proxy is told to be trusted', async () => {
    const forwarded = { 'x-forwarded-for': '198.51.100.9, 192.0.2.7' };
    const fromOf = async (): Promise<string> => (await headOf(forwarded, { query: '{ nation { id name } }' })).from;
    await start();
    expect(await fromOf()).toBe('127.0.0.1');
    for (const trusted of [1, 'loopback']) {
      await server.stop();
      await start(trusted);
      expect(await fromOf()).toBe('192.0.2.7');
    }
  });
});
