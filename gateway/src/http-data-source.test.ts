import {
  ANYBODY,
  type RequestHead,
  STATEMENT_HEADER,
  type StatementKey,
  statementKey,
  verifiedHead,
} from '@thads/shared';
import { generateKeyPairSync } from 'node:crypto';
import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpDataSource } from './http-data-source';
import { Statements } from './identity/statements';

type Answer = (request: IncomingMessage, body: string) => string | null;

/** A subgraph that answers as told; null: never. */
async function withSubgraph(answer: Answer, run: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const text = answer(request, body);
      if (text !== null) response.setHeader('content-type', 'application/json').end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const headOf = (deadlineAt = Date.now() + 5_000): RequestHead => ({
  requestId: 'request-17',
  principal: { ...ANYBODY, role: 'PROVINCE_VIEWER', name: 'Nguyễn Văn Mẫu', territories: [10, 15] },
  purpose: { article: 'Điều 27', file: 'HS-1' },
  operation: 'Dashboard',
  from: '192.0.2.7',
  deadlineAt,
});

function ask(source: HttpDataSource, head = headOf()): Promise<unknown> {
  const request = { query: '{ x }', variables: { a: 1 }, http: { headers: new Map([['authorization', 'secret']]) } };
  return source.process({ request, context: { head } } as never);
}

let statements: Statements;
let publicKey: StatementKey;
beforeAll(async () => {
  const pair = generateKeyPairSync('ed25519');
  statements = new Statements(await statementKey(JSON.stringify(pair.privateKey.export({ format: 'jwk' }))));
  publicKey = await statementKey(JSON.stringify(pair.publicKey.export({ format: 'jwk' })));
});

const sourceAt = (url: string, deadlineMs = 1_000): HttpDataSource =>
  new HttpDataSource('cases', url, { deadlineMs, statements });

const unavailable = (reason: RegExp) => ({
  message: expect.stringMatching(reason),
  extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'cases' },
});

describe('a subgraph over HTTP', () => {
  it('gets the operation, the request id and the statement of the gateway, and no other header of the caller', async () => {
    let seen: { headers: IncomingMessage['headers']; body: string } | undefined;
    await withSubgraph(
      ({ headers }, body) => {
        seen = { headers, body };
        return '{"data":{"x":1}}';
      },
      async (url) => {
        const source = sourceAt(url);
        expect(await ask(source)).toMatchObject({ data: { x: 1 } });
        await source.stop();
      },
    );
    expect(JSON.parse(seen!.body)).toEqual({ query: '{ x }', variables: { a: 1 } });
    expect(Object.keys(seen!.headers).sort()).toEqual([
      'connection',
      'content-length',
      'content-type',
      'host',
      'x-request-id',
      'x-thads-statement',
    ]);
    expect(seen!.headers['x-request-id']).toBe('request-17');
  });

  it('is told for whom the gateway asks, in one statement for all fetches of an operation', async () => {
    const seen: string[] = [];
    await withSubgraph(
      ({ headers }) => {
        seen.push(String(headers[STATEMENT_HEADER]));
        return '{"data":{"x":1}}';
      },
      async (url) => {
        const [source, other] = [sourceAt(url), sourceAt(url)];
        const head = headOf();
        await Promise.all([ask(source, head), ask(source, head), ask(other, head)]);
        await ask(source, { ...head, operation: 'Other' });
        await source.stop();
        await other.stop();
        expect(await verifiedHead(publicKey, seen[0]!)).toEqual(head);
      },
    );
    expect(new Set(seen.slice(0, 3)).size).toBe(1);
    expect(seen[3]).not.toBe(seen[0]);
  });

  it('that does not know the gateway is not available, and the caller is not told to bring another token', async () => {
    const server = createServer((_request, response) => {
      response.writeHead(401).end('{"errors":[{"message":"no","extensions":{"code":"UNAUTHENTICATED"}}]}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const source = sourceAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
    await expect(ask(source)).rejects.toMatchObject(unavailable(/it does not know this gateway/));
    await expect(source.dataVersion()).rejects.toMatchObject(unavailable(/it does not know this gateway/));
    await source.stop();
    await new Promise((resolve) => server.close(resolve));
  });

  it('that does not answer within its deadline is not available', async () => {
    await withSubgraph(
      () => null,
      async (url) => {
        const source = sourceAt(url, 100);
        await expect(ask(source)).rejects.toMatchObject(unavailable(/no answer within 100 ms/));
      },
    );
  });

  it('is not asked when the time for the whole operation has run out', async () => {
    const source = sourceAt('http://127.0.0.1:9/graphql');
    await expect(ask(source, headOf(Date.now() - 1))).rejects.toMatchObject(
      unavailable(/time for the whole operation/),
    );
  });

  it('is asked for its data version beside its graph', async () => {
    const seen: unknown[] = [];
    const told: string[] = [];
    await withSubgraph(
      ({ method, url, headers }) => {
        seen.push([method, url]);
        told.push(String(headers[STATEMENT_HEADER]));
        return '{"dataVersion":"17"}';
      },
      async (url) => {
        for (const address of [url, url.replace('/graphql', '/behind/a/proxy/graphql')]) {
          const source = sourceAt(address);
          expect(await source.dataVersion()).toBe('17');
          await source.stop();
        }
      },
    );
    expect(seen).toEqual([
      ['GET', '/data-version'],
      ['GET', '/behind/a/proxy/data-version'],
    ]);
    expect((await verifiedHead(publicKey, told[0]!)).principal).toEqual(ANYBODY);
  });

  it('that does not say its data version is not available', async () => {
    for (const text of [null, '{"dataVersion":null}', '{}', 'null', '<html>']) {
      await withSubgraph(
        () => text,
        async (url) => {
          const source = sourceAt(url, 100);
          await expect(source.dataVersion()).rejects.toMatchObject(unavailable(/not available/));
          await source.stop();
        },
      );
    }
  });

  it('that cannot be reached, or answers something else, is not available; the error names no address', async () => {
    const nobody = sourceAt('http://127.0.0.1:9/graphql');
    await expect(ask(nobody)).rejects.toMatchObject(
      unavailable(/^The subgraph "cases" is not available: no connection\.$/),
    );
    for (const text of ['<html>', '[]', '{"hello":1}']) {
      await withSubgraph(
        () => text,
        async (url) => {
          const source = sourceAt(url);
          await expect(ask(source)).rejects.toMatchObject(unavailable(/not available/));
          await source.stop();
        },
      );
    }
  });
});
