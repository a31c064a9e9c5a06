import type { Browser, Page } from 'playwright-core';

const EDITORS = {
  query: '.graphiql-query-editor .monaco-editor',
  variables: '.graphiql-editor-tool .graphiql-editor:nth-child(1) .monaco-editor',
  headers: '.graphiql-editor-tool .graphiql-editor:nth-child(2) .monaco-editor',
  response: '.result-window .monaco-editor',
} as const;

/** Machines are shared: what takes a second on a quiet one has taken half a minute. */
const PATIENCE_MS = 90_000;

/** An open playground, with everything it asked for and everything that went wrong in it. */
export class PlaygroundPage {
  readonly requests: string[] = [];
  readonly faults: string[] = [];

  private constructor(readonly page: Page) {
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText;
      // Aborted: a worker still on its way when the test moved on.
      if (reason !== 'net::ERR_ABORTED') this.faults.push(`request failed: ${request.url()} ${reason}`);
    });
    page.on('pageerror', (error) => this.faults.push(`uncaught: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(`console: ${message.text()}`);
    });
  }

  /** Opens the address in a browser profile of its own. */
  static async open(browser: Browser, address: string): Promise<PlaygroundPage> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addInitScript(`addEventListener('securitypolicyviolation', (event) => {
      console.error('CSP: ' + event.violatedDirective + ' refused ' + event.blockedURI);
    })`);
    context.setDefaultTimeout(PATIENCE_MS);
    const playground = new PlaygroundPage(await context.newPage());
    await playground.goto(address);
    return playground;
  }

  async goto(address: string): Promise<void> {
    await this.page.goto(address);
    await this.ready();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** The visible text of an editor. Monaco writes spaces as U+00A0. */
  async text(editor: keyof typeof EDITORS): Promise<string> {
    const lines = await this.page.locator(`${EDITORS[editor]} .view-lines`).innerText();
    return lines.replaceAll('\u00a0', ' ');
  }

  /** Waits until an editor shows the text; a failure prints what it shows instead. */
  async shows(editor: keyof typeof EDITORS, text: string): Promise<void> {
    await until(
      async () => (await this.text(editor)).includes(text),
      async () => `the ${editor} editor never showed ${text}, but:\n${await this.text(editor)}`,
    );
  }

  /** Replaces the text of the headers editor, key by key as a user would: Monaco closes brackets and quotes itself. */
  async enterHeaders(text: string): Promise<void> {
    await this.showHeaders();
    await this.page.click(EDITORS.headers);
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.type(text);
  }

  /** Headers and variables share a place, which the variables have at first. */
  async showHeaders(): Promise<void> {
    await this.page.click('button[data-name=headers]');
  }

  /** Into the field of its own; what is in it is replaced. */
  async enterToken(token: string): Promise<void> {
    await this.page.getByLabel('Token').fill(token);
  }

  async run(): Promise<void> {
    await this.page.click('.graphiql-execute-button');
  }

  async openExample(title: string): Promise<void> {
    await this.page.getByRole('button', { name: title }).click();
  }

  async openPanel(title: string): Promise<void> {
    await this.page.getByRole('button', { name: `Show ${title}` }).click();
  }

  /** Waits until these tabs are open. */
  async hasTabs(...titles: string[]): Promise<void> {
    const found = () => this.page.locator('.graphiql-tab-button').allInnerTexts();
    await until(
      async () => (await found()).join() === titles.join(),
      async () => `the tabs never were ${titles.join()}, but ${(await found()).join()}`,
    );
  }

  /** Every value that the page keeps in the browser. */
  async stored(): Promise<string> {
    return this.page.evaluate('JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])');
  }

  /** Waits until the page has stored the text; GraphiQL stores half a second after the last change. */
  async keeps(text: string): Promise<void> {
    await until(
      async () => (await this.stored()).includes(text),
      async () => `${text} was never stored, but:\n${await this.stored()}`,
    );
  }

  private async ready(): Promise<void> {
    await this.page.waitForSelector(`${EDITORS.query} .view-line`);
  }
}

/** Polls until the condition holds, or fails with the message. */
export async function until(condition: () => Promise<boolean>, message: () => Promise<string>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(await message());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
