import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './support/browser.ts';
import { INVENTED_REPORT } from './support/invented-report.ts';
import { type OpenPage, openPage } from './support/open-page.ts';
import { currentItem } from './support/reading-keys.ts';
import { words } from './support/words.ts';
import { newWorkbench, type Serving } from './support/workbench.ts';

// What the issue asks: the command and the app see each other's entries within a second.
const SEEN_WITHIN_MS = 1_000;

const workbench = newWorkbench();
let browser: Browser;
let serving: Serving;
let open: OpenPage;
beforeAll(async () => {
  await workbench.parley('new', 'talks.parley', '--title', 'Strait talks');
  await workbench.parley('party', 'talks.parley', 'Northmark', '--id', 'northmark');
  await workbench.parley('issue', 'talks.parley', 'Ferry crossings', '--id', 'ferries', '--option', 'Two sailings', '--term', 'ferries');
  workbench.write('report.txt', INVENTED_REPORT);
  [browser, serving] = await Promise.all([launchBrowser(), workbench.serve('talks.parley')]);
  open = await openPage(browser, serving);
  await open.page.getByRole('link', { name: 'Strait talks' }).click();
});
afterAll(async () => {
  await browser?.close();
  await workbench.close();
});

it('shows a report that the command adds within a second, without a touch', async () => {
  const { page, faults } = open;
  await page.getByRole('link', { name: /^Record/ }).click();
  const record = page.getByRole('region', { name: 'Record' });
  await record.getByText('0 sources', { exact: true }).waitFor();
  const title = 'Ferry talks open in Lowmere';
  // The page notes by its own clock when the report is there.
  await page.evaluate((wanted) => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.lines')?.textContent?.includes(wanted)) return;
      document.documentElement.dataset.seenAt = String(Date.now());
      observer.disconnect();
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  }, title);
  const added = JSON.parse(
    await workbench.parley('add', 'talks.parley', 'report.txt', '--title', title, '--published', '2021-05-13', '--json'),
  ) as { added: { suggested: number }[] };
  const addedAt = Date.now();
  const line = record.getByRole('row').filter({ has: page.getByRole('link', { name: title }) });
  await line.waitFor();
  const seenAt = Number(await page.evaluate(() => document.documentElement.dataset.seenAt));
  // The command ends after it has recorded, so that this may well be before 0.
  expect(seenAt - addedAt).toBeLessThan(SEEN_WITHIN_MS);
  const [cells, suggested] = [await line.getByRole('cell').allInnerTexts(), added.added[0]?.suggested ?? 0];
  expect(suggested).toBeGreaterThan(5);
  expect(Number(cells[4])).toBeGreaterThanOrEqual(suggested);
  const count = page.getByRole('navigation', { name: 'Views' }).getByTitle(/statements? to review/);
  await expect.poll(() => words(count)).toBe(String(suggested));
  expect(faults).toEqual([]);
});

it('keeps for the command what the app records, while both have the case open', async () => {
  const { page, faults } = open;
  await page.getByRole('link', { name: 'Ferry talks open in Lowmere' }).click();
  await page.getByRole('region', { name: 'Source' }).waitFor();
  await page.keyboard.press('j');
  await currentItem(page).waitFor();
  const quote = await words(currentItem(page).locator('.quote'));
  await page.keyboard.press('a');
  await page
    .getByRole('status')
    .filter({ hasText: /^Accepted/ })
    .waitFor();
  const accepted = await workbench.parley('statements', 'talks.parley', '--status', 'accepted', '--json');
  expect(accepted).toContain(JSON.stringify(quote).slice(1, -1));
  await page.keyboard.press('u');
  await page
    .getByRole('status')
    .filter({ hasText: /^Undone/ })
    .waitFor();
  expect(await workbench.parley('statements', 'talks.parley', '--status', 'accepted', '--json')).not.toContain(
    JSON.stringify(quote).slice(1, -1),
  );
  expect(await workbench.parley('verify', 'talks.parley')).toMatch(/entries/);
  expect(faults).toEqual([]);
});

it('carries a decision from one window to another', async () => {
  const { page } = open;
  const other = await openPage(browser, serving);
  await other.page.goto(page.url());
  const waiting = other.page.getByRole('heading', { name: /to review$/ });
  const before = await words(waiting);
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await page
    .getByRole('status')
    .filter({ hasText: /^Rejected/ })
    .waitFor();
  await expect.poll(() => words(waiting), { timeout: 5_000 }).not.toBe(before);
  expect(other.faults).toEqual([]);
  await other.close();
});
