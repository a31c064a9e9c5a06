import { createHash } from 'node:crypto';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { DashboardPage, buildDashboard, findBrowser, launchBrowser } from './harness/dashboard';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';
import { TestIssuer } from './harness/issuers';

const program = findBrowser(process.env);

(program ? describe : describe.skip)('signing in at an issuer, in a real browser', () => {
  let issuer: TestIssuer;
  let pages: Server;
  let graph: OneProcessGraph;
  let browser: Browser;
  /** What the browser asked the issuer's page for, and what the page then sent for its code. */
  const seen: { asked?: URLSearchParams; sent?: URLSearchParams } = {};
  let token: string;

  beforeAll(async () => {
    issuer = await TestIssuer.start();
    pages = createServer(async (request, response) => {
      const url = new URL(request.url!, 'http://issuer');
      if (url.pathname === '/authorize') {
        seen.asked = url.searchParams;
        const back = new URL(url.searchParams.get('redirect_uri')!);
        back.searchParams.set('code', 'the-code');
        back.searchParams.set('state', url.searchParams.get('state')!);
        return response.writeHead(302, { location: back.toString() }).end();
      }
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      seen.sent = new URLSearchParams(Buffer.concat(chunks).toString());
      token = await issuer.token({ role: 'CENTRAL_INSPECTOR' });
      response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
      response.end(JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: 300 }));
    });
    await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
    await buildDashboard();
    const signIn = {
      kind: 'OIDC',
      issuer: issuer.issuer,
      clientId: 'dashboard',
      authorizationEndpoint: `${address}/authorize`,
      tokenEndpoint: `${address}/token`,
      scope: 'openid thads',
    } as const;
    [graph, browser] = await Promise.all([startInOneProcess('sample', { signIn }, issuer), launchBrowser(program!)]);
  });
  afterAll(async () => {
    await browser?.close();
    await graph?.stop();
    pages?.close();
    await issuer?.stop();
  });

  it('by code and PKCE: back where it was, signed in, and the token stored nowhere', async () => {
    const dashboard = await DashboardPage.open(browser, graph.url, '#/province/VN63-10?year=2024');
    await dashboard.page.click('.sign-in > button');
    await dashboard.page.click('dialog .primary >> nth=0');
    await dashboard.page.waitForSelector('[data-panel=offices] tbody tr');
    await dashboard.settled();

    expect(Object.fromEntries(seen.asked!)).toMatchObject({
      response_type: 'code',
      client_id: 'dashboard',
      scope: 'openid thads',
      code_challenge_method: 'S256',
    });
    expect(seen.sent!.get('code')).toBe('the-code');
    const challenge = createHash('sha256').update(seen.sent!.get('code_verifier')!).digest('base64url');
    expect(seen.asked!.get('code_challenge')).toBe(challenge);
    expect(await dashboard.text('.place-name')).toBe('Lào Cai');
    expect(new URL(dashboard.page.url()).search).toBe('');
    expect(await dashboard.stored()).toBe('[[],[]][]');
    expect(dashboard.faults).toEqual([]);
    await dashboard.close();
  });

  it('an answer that this browser has not asked for signs nobody in', async () => {
    const dashboard = await DashboardPage.open(browser, graph.url, '');
    await dashboard.page.goto(`${dashboard.origin}/?code=of-somebody-else&state=made-up`);
    await dashboard.settled();
    expect(await dashboard.text('.sign-in')).toContain('Đăng nhập');
    await dashboard.close();
  });
});
