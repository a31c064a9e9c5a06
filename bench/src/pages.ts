import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type Page, chromium } from 'playwright-core';
import type { Bench } from './bench';
import { startOneProcess } from './graph';
import { type Keep, type Stoppable, whileRunning } from './running';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const ONE_WORD = '<!doctype html><title>.</title><p>page</p>';

/** In the page: milliseconds from the navigation to the first drawing that shows anything. */
const FIRST_PAINT = `new Promise((told) => {
  new PerformanceObserver((list) => {
    const entry = list.getEntriesByName('first-contentful-paint')[0];
    if (entry) told(entry.startTime);
  }).observe({ type: 'paint', buffered: true });
})`;

/** In the page: the same to the moment in which what is there now has been drawn. */
const DRAWN =
  'new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(() => told(performance.now()))))';

export const pages: Bench = {
  about:
    'The pages as a browser (Chromium, headless, without a graphics card) shows them that has never been there: nothing ' +
    'cached, nobody signed in, milliseconds since the navigation. "A page of one word" is sent by a bare HTTP server, and is ' +
    'what the browser costs by itself. The charts are ready when every panel of the central view has been answered and drawn.',
  data: 'first',
  run: ({ databases: [database], compare }) =>
    whileRunning(async (keep) => {
      const { url } = await keep(startOneProcess(database));
      const browser = await openBrowser(keep);
      const oneWord = await keep(startOneWord());
      const central = `${url.replace('localhost', '127.0.0.1')}/#/central?year=${database.workingYear}`;
      const firstPaint = (address: string) => () => visit(browser, address, (page) => page.evaluate(FIRST_PAINT));
      const whenThere = (address: string, selector: string) => () =>
        visit(browser, address, async (page) => {
          await page.waitForSelector(selector);
          await page.waitForSelector('.waiting', { state: 'detached' });
          return page.evaluate(DRAWN);
        });
      const bare = { against: 'a page of one word', unit: 'ms', sampleAgainst: firstPaint(oneWord.url) } as const;
      await compare({ what: 'dashboard: first paint of the central view', sample: firstPaint(central), ...bare });
      await compare({
        what: 'dashboard: its charts ready',
        sample: whenThere(central, '.chart svg'),
        against: 'its first paint',
        unit: 'ms',
        sampleAgainst: firstPaint(central),
      });
      const playground = `${url.replace('localhost', '127.0.0.1')}/playground/`;
      const editor = '.graphiql-query-editor .monaco-editor .view-line';
      await compare({ what: 'playground: editor ready', sample: whenThere(playground, editor), ...bare });
    }),
};

async function openBrowser(keep: Keep): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  await keep(Promise.resolve({ stop: () => browser.close() }));
  return browser;
}

async function visit(browser: Browser, address: string, measure: (page: Page) => Promise<unknown>): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(address);
    return Number(await measure(page));
  } finally {
    await context.close();
  }
}

async function startOneWord(): Promise<Stoppable & { readonly url: string }> {
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(ONE_WORD));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
