import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpDataSource } from './http-data-source';

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

function ask(source: HttpDataSource, deadlineAt = Date.now() + 5_000): Promise<unknown> {
  const request = { query: '{ x }', variables: { a: 1 }, http: { headers: new Map([['authorization', 'secret']]) } };
  return source.process({ request, context: { requestId: 'request-17', deadlineAt } } as never);
}

const unavailable = (reason: RegExp) => ({
  message: expect.stringMatching(reason),
  extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'cases' },
});

describe('a subgraph over HTTP', () => {
  it('gets the operation and the request id, and no other header of the caller', async () => {
    let seen: { headers: IncomingMessage['headers']; body: string } | undefined;
    await withSubgraph(
      ({ headers }, body) => {
        seen = { headers, body };
        return '{"data":{"x":1}}';
      },
      async (url) => {
        const source = new HttpDataSource('cases', url, { deadlineMs: 1_000 });
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
    ]);
    expect(seen!.headers['x-request-id']).toBe('request-17');
  });

  it('that does not answer within its deadline is not available', async () => {
    await withSubgraph(
      () => null,
      async (url) => {
        const source = new HttpDataSource('cases', url, { deadlineMs: 100 });
        await expect(ask(source)).rejects.toMatchObject(unavailable(/no answer within 100 ms/));
      },
    );
  });

  it('is not asked when the time for the whole operation has run out', async () => {
    const source = new HttpDataSource('cases', 'http://127.0.0.1:9/graphql', { deadlineMs: 1_000 });
    await expect(ask(source, Date.now() - 1)).rejects.toMatchObject(unavailable(/time for the whole operation/));
  });

  it('is asked for its data version beside its graph', async () => {
    const seen: unknown[] = [];
    await withSubgraph(
      ({ method, url }) => {
        seen.push([method, url]);
        return '{"dataVersion":"17"}';
      },
      async (url) => {
        for (const address of [url, url.replace('/graphql', '/behind/a/proxy/graphql')]) {
          const source = new HttpDataSource('cases', address, { deadlineMs: 1_000 });
          expect(await source.dataVersion()).toBe('17');
          await source.stop();
        }
      },
    );
    expect(seen).toEqual([
      ['GET', '/data-version'],
      ['GET', '/behind/a/proxy/data-version'],
    ]);
  });

  it('that does not say its data version is not available', async () => {
    for (const text of [null, '{"dataVersion":null}', '{}', 'null', '<html>']) {
      await withSubgraph(
        () => text,
        async (url) => {
          const source = new HttpDataSource('cases', url, { deadlineMs: 100 });
          await expect(source.dataVersion()).rejects.toMatchObject(unavailable(/not available/));
          await source.stop();
        },
      );
    }
  });

  it('that cannot be reached, or answers something else, is not available; the error names no address', async () => {
    const nobody = new HttpDataSource('cases', 'http://127.0.0.1:9/graphql', { deadlineMs: 1_000 });
    await expect(ask(nobody)).rejects.toMatchObject(
      unavailable(/^The subgraph "cases" is not available: no connection\.$/),
    );
    for (const text of ['<html>', '[]', '{"hello":1}']) {
      await withSubgraph(
        () => text,
        async (url) => {
          const source = new HttpDataSource('cases', url, { deadlineMs: 1_000 });
          await expect(ask(source)).rejects.toMatchObject(unavailable(/not available/));
          await source.stop();
        },
      );
    }
  });
});
