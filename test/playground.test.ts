import type { Browser } from 'playwright-core';
import { PlaygroundPage, buildPlayground, findBrowser, launchBrowser } from './harness/browser';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';

const ACROSS =
  'query Across { province(id: "VN34-15") { caseStatistics(period: { workingYear: 2024 }) { handled { cases } } recoveryStatistics(period: { workingYear: 2024 }) { due { cases } } } }';
const OFFICE =
  'query Office { office(id: "VN63-10-01") { caseStatistics(period: { workingYear: 2024 }) { handled { cases } } } }';

const program = findBrowser(process.env);

(program ? describe : describe.skip)('the playground before the whole graph', () => {
  let graph: OneProcessGraph;
  let browser: Browser;
  let playground: PlaygroundPage;
  beforeAll(async () => {
    await buildPlayground();
    [graph, browser] = await Promise.all([startInOneProcess('sample'), launchBrowser(program!)]);
  });
  afterAll(async () => {
    await browser?.close();
    await graph?.stop();
  });

  const open = async (query: string): Promise<void> => {
    const address = `${graph.url.replace('localhost', '127.0.0.1')}/playground/#${new URLSearchParams({ query })}`;
    playground = await PlaygroundPage.open(browser, address);
    await playground.shows('query', query.slice(0, 12));
  };
  const who = (text: string | RegExp) => playground.page.locator('output', { hasText: text }).waitFor();

  afterEach(async () => {
    // A refused request is what the browser calls an error, too.
    expect(playground.faults.filter((fault) => !fault.includes('401'))).toEqual([]);
    await playground.close();
  });

  describe('the token field', () => {
    it('without a token one is the public', async () => {
      await open(OFFICE);
      await who('PUBLIC');
      await playground.run();
      await playground.shows('response', 'UNAUTHENTICATED');
    });

    it('with one, one is told who one is, and every request is sent with it, in every tab', async () => {
      await open(OFFICE);
      const token = await graph.issuer.token({ role: 'PROVINCE_VIEWER', province: 'VN63-10' });
      await playground.enterToken(`Bearer ${token}`);
      await who('PROVINCE_VIEWER (VN63-10) until');
      await playground.run();
      await playground.shows('response', '"handled"');
      await playground.openExample('The 34 provinces');
      const request = playground.page.waitForRequest((one) => one.url().endsWith('/graphql'));
      await playground.run();
      expect((await request).headers()['authorization']).toBe(`Bearer ${token}`);
    });

    it('a token is neither stored nor in a link, and gone when the page is loaded anew', async () => {
      await open(OFFICE);
      const token = await graph.issuer.token({ role: 'AUDITOR' });
      await playground.enterToken(token);
      await who('AUDITOR');
      await playground.run();
      await playground.shows('response', '"handled"');
      await playground.page.getByRole('button', { name: 'Link to this operation' }).click();
      for (const kept of ['tabState', 'queries', 'query Office']) await playground.keeps(kept);
      expect(await playground.stored()).not.toContain(token);
      expect(playground.page.url()).not.toContain(token);
      await playground.reload();
      await who('PUBLIC');
      expect(await playground.page.getByLabel('Token').inputValue()).toBe('');
    });

    it('a bad one is refused in the gateway’s words', async () => {
      await open(OFFICE);
      await playground.enterToken('not-a-token');
      await who('The token is refused: it is not a signed JWT.');
    });
  });

  describe('the query plan', () => {
    it('and the times of the last operation are shown to those who ask, beside an answer that is as ever', async () => {
      await open(ACROSS);
      await playground.openPanel('Query plan');
      await playground.run();
      await playground.shows('response', '"due"');
      expect(await playground.page.locator('.playground-plan table').count()).toBe(0);

      await playground.page.getByLabel('Ask for the plan').check();
      await playground.run();
      const panel = playground.page.getByRole('region', { name: 'Query plan' });
      await panel.getByRole('heading', { name: 'Across' }).waitFor();
      const rows = await panel.locator('tbody tr').allInnerTexts();
      expect(
        rows
          .map((row) =>
            row
              .split('\t')
              .slice(0, 2)
              .map((cell) => cell.trim()),
          )
          .sort(),
      ).toEqual([
        ['cases', 'province'],
        ['directory', 'the top'],
        ['recovery', 'province'],
      ]);
      for (const row of rows) expect(row).toMatch(/\d\.\d\s+\d+\.\d$/);
      expect(await panel.locator('pre').innerText()).toContain('Fetch(service: "recovery")');
      await playground.shows('response', '"due"');
      expect(await playground.text('response')).not.toContain('extensions');
    });
  });
});
