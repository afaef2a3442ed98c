import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './support/browser.ts';
import { type OpenPage, openPage } from './support/open-page.ts';
import { words } from './support/words.ts';
import { newWorkbench } from './support/workbench.ts';

const FIRST = 'The Harbour League flagged late repairs to the pier.\n\nThe banner over the “Quiet Quay” inn hung there all week.';
const SECOND = 'On Friday the Harbour League flagged new dues for every ferry.\n\nNobody else was asked.';
const THIRD = 'The Island Board flagged longer waits at the lock.\n\nThe weather stayed fair.';
const WIRE =
  'The Harbour League said on Tuesday that its crews would accept night ferries if the northern pier is lit by the spring. The Island Board has not answered; its engineers are to report in March, and until then nothing is decided on the lamps.';

const workbench = newWorkbench();
let browser: Browser;
let open: OpenPage;
let page: Page;
let record: string;
const ids = new Map<string, string>();

/** What corrections teach a case, and what of its reports belongs together, in a browser as a reviewer meets it. */
beforeAll(async () => {
  await workbench.parley('new', 'ferries.parley', '--title', 'Ferry talks');
  await workbench.parley('party', 'ferries.parley', 'Harbour League', '--id', 'league');
  const reports = { First: FIRST, Second: SECOND, Third: THIRD, Wire: WIRE, Copy: `ORMUND (Wire) ${WIRE}` };
  for (const [name, text] of Object.entries(reports))
    workbench.write(`${name}.md`, `---\ntitle: ${name}\ndate: 2031-02-05\n---\n\n${text}\n`);
  const files = Object.keys(reports).map((name) => `${name}.md`);
  const { added } = JSON.parse(await workbench.parley('add', 'ferries.parley', ...files, '--json')) as {
    added: { file: string; sourceId: string }[];
  };
  for (const { file, sourceId } of added) ids.set(file.replace('.md', ''), sourceId);
  const serving = await workbench.serve('ferries.parley');
  browser = await launchBrowser();
  open = await openPage(browser, serving);
  page = open.page;
  const cases = (await (await page.request.get(`${serving.url}/api/cases`)).json()) as { caseId: string }[];
  record = `${serving.url}/c/${cases[0]?.caseId}`;
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await workbench.close();
});

/** Adds a statement with the keyboard alone: its words typed, found in the text, and recorded. */
async function mark(source: string, content: string) {
  await page.goto(`${record}/record/${ids.get(source)}`);
  await page.locator('.source-text p').first().waitFor();
  await page.keyboard.press('n');
  const find = page.getByLabel(/Or type the words to mark/);
  await find.fill(content);
  await find.press('Enter');
  await page.keyboard.press('Alt+u');
  await find.fill('flagged');
  await find.press('Enter');
  await page.getByLabel('Strength').selectOption('expects');
  await page.keyboard.press('Control+Enter');
  await page.locator('.item.accepted', { hasText: content }).waitFor();
}

describe('a reviewer', () => {
  it('goes by keyboard to a sentence that was not understood, and begins a statement from it', async () => {
    await page.goto(`${record}/record/${ids.get('First')}`);
    await page.locator('.source-text .seg.unread').waitFor();
    await page.keyboard.press('x');
    await page.locator('.source-text .seg.unread.current', { hasText: 'Quiet Quay' }).waitFor();
    expect(await words(page.locator('.unread-list li[aria-current="true"]'))).toContain('Quiet Quay');
    await page.keyboard.press('n');
    expect(await words(page.locator('.correction .seg.content'))).toContain('Quiet Quay');
    await page.keyboard.press('Escape');
  });

  it('is offered the cue that two corrections had in common; accepted, a report read again shows what it finds', async () => {
    await mark('First', 'late repairs to the pier');
    expect(await page.locator('.panel-offers').count()).toBe(0);
    await mark('Second', 'new dues for every ferry');
    await page.locator('.panel-offers summary').click();
    await page.getByRole('button', { name: 'Add “flag”: a cue: expects' }).click();
    await page.locator('.panel-offers').waitFor({ state: 'detached' });

    await page.goto(`${record}/record/${ids.get('Third')}`);
    await page.getByRole('button', { name: 'Read again' }).click();
    await page.locator('.item.suggested', { hasText: 'longer waits at the lock' }).waitFor();

    await page.goto(`${record}/setup`);
    const cue = page.locator('.setup-section', { has: page.getByRole('heading', { name: 'Cues' }) }).getByRole('button', { name: /^flag/ });
    expect(await words(cue)).toMatch(/expects.*from 2 statements/);
    await cue.click();
    await page.locator('.panel').getByLabel('Strength').selectOption('threatens');
    await page.locator('.panel').getByRole('button', { name: 'Save' }).click();
    await page.locator('.setup-section', { hasText: 'threatens' }).waitFor();
  });

  it('sees the near copy of an earlier report, says so, and joins what is one utterance', async () => {
    await page.goto(`${record}/record`);
    await page.getByRole('button', { name: '1 utterance in several reports' }).click();
    await page.getByRole('button', { name: 'One utterance' }).click();
    await page.getByText('Nothing to look at').waitFor();
    const copy = page.locator('tr', { has: page.getByRole('link', { name: 'Copy', exact: true }) });
    expect(await words(copy)).toMatch(/\d\d % the same words as an earlier source: Wire/);
    await copy.getByRole('button', { name: 'It is a copy: “Copy” of “Wire”' }).click();
    await copy.getByText('Copy of').waitFor();
    expect(open.faults).toEqual([]);
  });
});
