/** Between a client and the graph: passes everything on, but for what a test does to it. */
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Passing {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** Of the request. */
  readonly body: string;
  readonly range: string | null;
}

/** Instead of passing an answer on as it is. */
export type Trouble =
  | { readonly status: number }
  /** So many bytes of the body, and then the connection breaks. */
  | { readonly cutAfter: number }
  | { readonly change: (body: Buffer) => Buffer }
  | { readonly delayMs: number };

export interface Proxy {
  readonly url: string;
  /** Everything that was asked since the last call. */
  take(): Passing[];
  /** From now on; null: nothing is done to the answer. */
  trouble(choose: (passing: Passing) => Trouble | null): void;
  stop(): Promise<void>;
}

export async function startProxy(target: string): Promise<Proxy> {
  let passed: Passing[] = [];
  let choose: (passing: Passing) => Trouble | null = () => null;

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const { method = 'GET', url: path = '/' } = request;
    const passing = { method, path, body: body.toString('utf8'), range: request.headers.range ?? null };
    passed.push(passing);
    const trouble = choose(passing);
    if (trouble && 'status' in trouble) return void response.writeHead(trouble.status).end();
    const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
    const answer = await fetch(`${target}${path}`, {
      method,
      headers: headers as Record<string, string>,
      body: body.length > 0 ? body : undefined,
    });
    const whole = Buffer.from(await answer.arrayBuffer());
    const {
      'content-encoding': _encoding,
      'transfer-encoding': _transfer,
      ...kept
    } = Object.fromEntries(answer.headers);
    const sent = trouble && 'change' in trouble ? trouble.change(whole) : whole;
    response.writeHead(answer.status, { ...kept, 'content-length': sent.length });
    if (trouble && 'cutAfter' in trouble)
      return void response.write(sent.subarray(0, trouble.cutAfter), () => response.destroy());
    if (trouble && 'delayMs' in trouble) await new Promise((resolve) => void setTimeout(resolve, trouble.delayMs));
    response.end(sent);
  }

  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const taken = passed;
      passed = [];
      return taken;
    },
    trouble: (next) => void (choose = next),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
