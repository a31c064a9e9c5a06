import type { Browser, Page } from 'playwright-core';
import { ensureBuilt } from '../../gateway/src/pages/build';
import { DASHBOARD } from '../../gateway/src/pages/page';

export { findBrowser, launchBrowser } from '../../gateway/src/playground/playground.testkit';

export const buildDashboard = (): Promise<void> => ensureBuilt(DASHBOARD, () => undefined);

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

export const DESKTOP: Viewport = { width: 1440, height: 900 };

/** An open dashboard, with everything it asked for and everything that went wrong in it. */
export class DashboardPage {
  readonly requests: string[] = [];
  readonly faults: string[] = [];

  private constructor(
    readonly page: Page,
    readonly origin: string,
  ) {
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('pageerror', (error) => this.faults.push(`uncaught: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(`console: ${message.text()}`);
    });
  }

  /** Opens a view in a browser profile of its own. */
  static async open(browser: Browser, graphUrl: string, hash: string, viewport = DESKTOP): Promise<DashboardPage> {
    const context = await browser.newContext({ viewport, acceptDownloads: true });
    await context.addInitScript(`addEventListener('securitypolicyviolation', (event) => {
      console.error('CSP: ' + event.violatedDirective + ' refused ' + event.blockedURI);
    })`);
    const page = await context.newPage();
    page.setDefaultTimeout(90_000);
    const dashboard = new DashboardPage(page, graphUrl.replace('localhost', '127.0.0.1'));
    await page.goto(`${dashboard.origin}/${hash}`);
    await dashboard.settled();
    return dashboard;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  async show(hash: string): Promise<void> {
    await this.page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
    await this.settled();
  }

  async signIn(token: string): Promise<void> {
    await this.page.click('.sign-in > button');
    await this.page.fill('dialog textarea', token);
    await this.page.click('dialog button[type=submit]');
    await this.settled();
  }

  /** Until nothing is waited for any more. */
  async settled(): Promise<void> {
    await this.page.waitForSelector('main');
    // Until what was done has been drawn; the policy of the page lets nothing be polled in it.
    await this.page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
    await this.page.waitForSelector('.waiting', { state: 'detached' });
  }

  /** Texts of the elements, without what is around them. */
  texts(selector: string): Promise<string[]> {
    return this.page.locator(selector).allInnerTexts();
  }

  async text(selector: string): Promise<string> {
    return (await this.page.locator(selector).first().innerText()).trim();
  }

  /** Every value that the page keeps in the browser, cookies too. */
  async stored(): Promise<string> {
    const storages = await this.page.evaluate(
      'JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])',
    );
    return `${storages}${JSON.stringify(await this.page.context().cookies())}`;
  }
}
