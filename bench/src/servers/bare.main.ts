/** Sends the bytes that were last PUT to whoever asks. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

let answer = Buffer.alloc(0);

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    if (request.method === 'PUT') answer = Buffer.concat(chunks);
    response.setHeader('content-type', 'application/json');
    response.end(answer);
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  process.stdout.write(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
