import express from 'express';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dashboardRouter } from './dashboard.router';

describe('what is served of the dashboard', () => {
  let folder: string;
  let server: Server;
  let origin: string;
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  const ask = async (address: string) => {
    const response = await fetch(`${origin}${address}`);
    return { status: response.status, text: await response.text(), headers: response.headers };
  };

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'dashboard-'));
    const app = express();
    app.use(dashboardRouter({ signIn: { kind: 'TOKEN' }, playground: false, folder }));
    app.use((_request, response) => {
      response.status(418).send('whatever else the gateway serves');
    });
    server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });

  it('before it is built: how to build it', async () => {
    const { status, text } = await ask('/');
    expect([status, text]).toEqual([503, 'The dashboard is not built: run `npm run gen:dashboard`.\n']);
  });

  it('built: the page, asked for anew every time, and its files, kept for good', async () => {
    write('dist/index.html', '<p>the page</p>');
    write('dist/assets/a-12345678.js', 'a()');
    const page = await ask('/');
    expect([page.status, page.text, page.headers.get('cache-control')]).toEqual([200, '<p>the page</p>', 'no-cache']);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const asset = await ask('/assets/a-12345678.js');
    expect([asset.status, asset.text, asset.headers.get('cache-control')]).toEqual([
      200,
      'a()',
      expect.stringContaining('immutable'),
    ]);
  });

  it('a map once there is one, and nothing else of that folder', async () => {
    expect(JSON.parse((await ask('/config.json')).text)).toEqual({
      endpoint: '/graphql',
      playground: null,
      map: null,
      signIn: { kind: 'TOKEN' },
    });
    expect((await ask('/provinces.geojson')).status).toBe(418);
    write('map/provinces.geojson', '{"type":"FeatureCollection","features":[]}');
    write('map/other.geojson', '{}');
    expect(JSON.parse((await ask('/config.json')).text)).toMatchObject({ map: 'provinces.geojson' });
    const map = await ask('/provinces.geojson');
    expect([map.status, map.headers.get('content-type')]).toEqual([200, expect.stringContaining('geo+json')]);
    expect((await ask('/other.geojson')).status).toBe(418);
  });

  it.each(['/graphql', '/nothing', '/package.json', '/assets/nothing.js', '/assets/..%2findex.html'])(
    'nothing at %s: it is left to others',
    async (address) => {
      expect((await ask(address)).status).toBe(418);
    },
  );
});
