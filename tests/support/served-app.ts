import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type OpenPage, openPage } from './open-page.ts';
import { newWorkbench, type Serving, type Workbench } from './workbench.ts';

/** What the tests of a file have in common: a workbench, a browser, and cases that are served. */
export interface ServedApp {
  readonly workbench: Workbench;
  readonly browser: () => Browser;
  readonly serving: () => Serving;
}

/** Before the tests of a file makes the cases, starts a browser and serves them; ends it all after the tests. Gives their files. */
export function servedApp(makeCases: (workbench: Workbench) => Promise<readonly string[]>): ServedApp {
  const workbench = newWorkbench();
  let browser: Browser | undefined;
  let serving: Serving | undefined;
  beforeAll(async () => {
    const files = await makeCases(workbench);
    [browser, serving] = await Promise.all([launchBrowser(), workbench.serve(...files)]);
  });
  afterAll(async () => {
    await browser?.close();
    await workbench.close();
  });
  const there = <T>(value: T | undefined): T => value ?? expect.fail('nothing is served before the tests begin');
  return { workbench, browser: () => there(browser), serving: () => there(serving) };
}

/** Opens the app in a window of its own for each test, which must end without a fault of the page. */
export function pageForEachTest(app: ServedApp, use: (page: Page) => void): void {
  let open: OpenPage;
  beforeEach(async () => {
    open = await openPage(app.browser(), app.serving());
    use(open.page);
  });
  afterEach(async () => {
    expect(open.faults).toEqual([]);
    await open.close();
  });
}
