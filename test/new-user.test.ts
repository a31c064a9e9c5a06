import type { Browser } from 'playwright-core';
import { PlaygroundPage, buildPlayground, findBrowser, launchBrowser } from './harness/browser';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';

const program = findBrowser(process.env);

(program ? describe : describe.skip)('a new user in a real browser', () => {
  let graph: OneProcessGraph;
  let browser: Browser;
  beforeAll(async () => {
    await buildPlayground();
    [graph, browser] = await Promise.all([startInOneProcess('sample'), launchBrowser(program!)]);
  });
  afterAll(async () => {
    await browser?.close();
    await graph?.stop();
  });

  it('opens the playground, runs the query that is there, and reads Lào Cai’s 3,569 of 3,918, 91.09%', async () => {
    const playground = await PlaygroundPage.open(browser, `${graph.url.replace('localhost', '127.0.0.1')}/playground`);
    await playground.run();
    await playground.shows('response', '"cases": 3569');
    await playground.shows('response', '"cases": 3918');
    await playground.shows('response', '"cases": 91.09');
    if (process.env.THADS_SCREENSHOT) await playground.page.screenshot({ path: process.env.THADS_SCREENSHOT });
    expect(playground.faults).toEqual([]);
    await playground.close();
  });
});
