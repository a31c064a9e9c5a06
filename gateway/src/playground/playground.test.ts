import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { ensureBuilt } from '../pages/build';
import { PLAYGROUND } from '../pages/page';
import { PlaygroundPage, until } from './playground.page';
import { findBrowser, launchBrowser, startServer } from './playground.testkit';

let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  await ensureBuilt(PLAYGROUND, () => undefined);
  server = await startServer();
}, 180_000);

afterAll(() => server.stop());

describe('the playground over HTTP', () => {
  const get = (address: string, init?: RequestInit) => fetch(`${server.origin}${address}`, init);

  it.each(['/playground', '/playground/', '/playground/config.json', '/playground/assets/none.js'])(
    '%s carries the strict policy',
    async (address) => {
      const { headers } = await get(address, { redirect: 'manual' });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'; script-src 'self'; worker-src 'self';");
      expect(policy).not.toContain('unsafe-eval');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    },
  );

  it('the path without a slash leads to the page', async () => {
    const answer = await get('/playground');
    expect(answer.url).toBe(`${server.origin}/playground/`);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });

  it('the page is asked for again each time, its assets never', async () => {
    const answer = await get('/playground/');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    const script = /assets\/index-[^"]+\.js/.exec(await answer.text())?.[0];
    const asset = await get(`/playground/${script}`);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('an asset is compressed for a browser that takes gzip, and only for it', async () => {
    const script = /assets\/index-[^"]+\.js/.exec(await (await get('/playground/')).text())?.[0];
    const compressed = await get(`/playground/${script}`, { headers: { 'Accept-Encoding': 'gzip' } });
    const plain = await get(`/playground/${script}`, { headers: { 'Accept-Encoding': 'identity' } });
    expect(compressed.headers.get('content-encoding')).toBe('gzip');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(compressed.headers.get('content-type')).toBe(plain.headers.get('content-type'));
    expect(compressed.headers.get('content-type')).toContain('text/javascript');
    expect(await compressed.text()).toBe(await plain.text());
  });

  it('a missing asset is a 404, not the page that the gateway serves at /', async () => {
    const answer = await get('/playground/assets/none.js');
    expect(answer.status).toBe(404);
  });

  it('a page that is not built is a 503 that names the command', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'playground-'));
    mkdirSync(path.join(folder, 'examples'));
    const unbuilt = await startServer(folder);
    try {
      const answer = await fetch(`${unbuilt.origin}/playground/`);
      expect(answer.status).toBe(503);
      expect(await answer.text()).toBe('The playground is not built: run `npm run gen:playground`.\n');
    } finally {
      await unbuilt.stop();
      rmSync(folder, { recursive: true });
    }
  });
});

const program = findBrowser(process.env);
(program ? describe : describe.skip)('the playground in a browser', () => {
  const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.c2VjcmV0LXRva2Vu.c2lnbmF0dXJl';
  const HEADERS = `{ "Authorization": "Bearer ${TOKEN}" }`;
  let browser: Browser;
  let playground: PlaygroundPage;

  beforeAll(async () => {
    browser = await launchBrowser(program ?? '');
  });
  afterAll(() => browser?.close());

  const open = async (hash = '') => {
    server.received.length = 0;
    playground = await PlaygroundPage.open(browser, `${server.origin}/playground/${hash}`);
  };
  const linkTo = (query: string, variables?: string) =>
    `#${new URLSearchParams({ query, ...(variables && { variables }) })}`;
  const lastOperation = () => server.received.at(-1);

  afterEach(async () => {
    const outside = playground.requests.filter(
      (address) => !address.startsWith(`${server.origin}/`) && !address.startsWith('data:'),
    );
    await playground.close();
    // In every test: the page needs no other host, and stays within its policy.
    expect(outside).toEqual([]);
    expect(playground.faults).toEqual([]);
  });

  it('a first visit shows the default query; run, it shows its answer', async () => {
    await open();
    await playground.shows('query', 'query LaoCai2024 {');
    await playground.run();
    await playground.shows('response', '"nameVi": "Lào Cai"');
    await playground.shows('response', '"cases": 4711');
    expect(lastOperation()).toMatchObject({ operationName: 'LaoCai2024', authorization: undefined });
  });

  it('an example opens in a new tab with its variables', async () => {
    await open();
    await playground.openExample('Complaints and citizen reception');
    await playground.shows('query', 'query ComplaintsAndReception');
    await playground.hasTabs('LaoCai2024', 'ComplaintsAndReception');
    await playground.run();
    await playground.shows('response', '"petitionStatistics"');
    expect(lastOperation()?.variables).toEqual({ province: 'VN63-10', period: { workingYear: 2024 } });
  });

  it('an example that sends events shows them, and its comments are read without scrolling sideways', async () => {
    await open();
    await playground.openExample('Step 1, send');
    await playground.shows('variables', '"type": "OFFICER_APPOINTED"');
    await playground.shows('query', 'a judgment arrives');
    const comment = playground.page.locator('.graphiql-query-editor .view-line', { hasText: /^#.Step.1/ });
    expect(await comment.count()).toBe(1);
    // The rest of its one line is below.
    expect(await comment.innerText()).not.toContain('issued');
    await playground.shows('query', 'issued');
  });

  it('a refusal is shown with its code', async () => {
    await open();
    await playground.openExample('An error on purpose');
    await playground.hasTabs('LaoCai2024', 'UnknownProvince');
    await playground.run();
    await playground.shows('response', '"code": "NOT_FOUND"');
  });

  it('the documentation and the explorer show the graph', async () => {
    await open();
    await playground.openPanel('Documentation Explorer');
    await playground.page.getByRole('link', { name: 'Query' }).click();
    await playground.page.getByRole('link', { name: 'provinces' }).waitFor();
    await playground.openPanel('GraphiQL Explorer');
    await playground.page.locator('.graphiql-explorer-root').getByText('provinces').waitFor();
  });

  it('Vietnamese letters come from the font that has them', async () => {
    await open(linkTo('# Đà Nẵng, Hồ Chí Minh'));
    await until(
      async () => playground.requests.some((address) => address.includes('jetbrains-mono-vietnamese')),
      async () => 'the Vietnamese font was never asked for',
    );
  });

  describe('deep links', () => {
    const QUERY = 'query Linked($id: ID!) { province(id: $id) { nameVi } }';
    const VARIABLES = '{"id":"VN63-10"}';

    it('a link opens its query with its variables', async () => {
      await open(linkTo(QUERY, VARIABLES));
      await playground.shows('query', 'query Linked(');
      await playground.run();
      await playground.shows('response', '"nameVi": "Lào Cai"');
    });

    it('a link without variables does not take those of the last visit', async () => {
      await open(linkTo(QUERY, VARIABLES));
      await playground.keeps('VN63-10');
      await playground.page.goto('about:blank');
      await playground.goto(`${server.origin}/playground${linkTo('query Bare { __typename }')}`);
      await playground.shows('query', 'query Bare {');
      await playground.run();
      await playground.shows('response', '"__typename": "Query"');
      expect(lastOperation()?.variables).toBeUndefined();
    });

    it('a link entered while the page is open opens in a new tab', async () => {
      await open();
      await playground.page.goto(`${server.origin}/playground/${linkTo(QUERY, VARIABLES)}`);
      await playground.shows('query', 'query Linked(');
      await playground.hasTabs('LaoCai2024', 'Linked');
    });

    it('the link button puts the operation into the address, and no headers', async () => {
      await open(linkTo(QUERY, VARIABLES));
      await playground.enterHeaders(HEADERS);
      await playground.page.evaluate("history.replaceState(null, '', location.pathname)");
      await playground.page.getByRole('button', { name: 'Link to this operation' }).click();
      expect(playground.page.url()).toBe(`${server.origin}/playground/${linkTo(QUERY, VARIABLES)}`);
    });
  });

  it('an example runs at once, before the editor has read its name', async () => {
    await open(linkTo('query Linked { provinces { id } }'));
    const sent = playground.page.waitForRequest(
      (one) => one.url().endsWith('/graphql') && one.postData()!.includes('query Provinces'),
    );
    await playground.page.evaluate(`{
      const button = (text) => [...document.querySelectorAll('button')].find((one) => one.innerText.includes(text));
      button('The 34 provinces').click();
      document.querySelector('.graphiql-execute-button').click();
    }`);
    expect((await sent).postDataJSON()).toMatchObject({ operationName: 'Provinces' });
  });

  describe('a token typed in the headers editor', () => {
    it('reaches the server and the next tab, and is never kept in the browser', async () => {
      await open();
      await playground.enterHeaders(HEADERS);
      await playground.run();
      await playground.shows('response', '"nameVi": "Lào Cai"');
      expect(lastOperation()?.authorization).toBe(`Bearer ${TOKEN}`);

      await playground.openPanel('History');
      await playground.page.getByRole('button', { name: 'Add favorite' }).first().click();
      await playground.openPanel('Examples');
      await playground.openExample('The 34 provinces');
      await playground.hasTabs('LaoCai2024', 'Provinces');
      await playground.shows('headers', TOKEN);

      // What is kept shows that the check looks at the right place: tabs, history and favourites are there.
      for (const kept of ['tabState', 'queries', 'favorites', 'query Provinces']) await playground.keeps(kept);
      expect(await playground.stored()).not.toContain(TOKEN);

      await playground.reload();
      await playground.hasTabs('LaoCai2024', 'Provinces');
      await playground.showHeaders();
      await playground.shows('headers', '// "x-purpose-article"');
      expect(await playground.text('headers')).not.toContain(TOKEN);
      expect(await playground.stored()).not.toContain(TOKEN);
    });

    it('is not taken from another GraphQL tool on the same host and port', async () => {
      await open();
      await playground.page.evaluate(`localStorage.setItem('graphiql:headers', ${JSON.stringify(HEADERS)})`);
      await playground.reload();
      await playground.showHeaders();
      await playground.shows('headers', '// "x-purpose-article"');
      expect(await playground.text('headers')).not.toContain(TOKEN);
    });
  });
});
