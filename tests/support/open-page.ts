import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Serving } from './workbench.ts';

/** A page of the app, and what went wrong in it so far. */
export interface OpenPage {
  readonly page: Page;
  /** Errors of the console and of scripts, breaches of the content policy, requests to another host, failed answers. */
  readonly faults: string[];
  close(): Promise<void>;
}

/** Opens the launch link in a browser window of its own, as a user would; the page is then at the list of cases. */
export async function openPage(browser: Browser, serving: Serving, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && origin !== serving.url) faults.push(`request to another host: ${request.url()}`);
  });
  page.on('response', (response) => response.status() >= 400 && faults.push(`${response.status()} for ${response.url()}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
      console.error(`content policy ${violatedDirective} broken by ${blockedURI} at ${sourceFile}:${lineNumber}`),
    );
  });
  await page.goto(serving.launchUrl);
  return { page, faults, close: () => context.close() };
}
