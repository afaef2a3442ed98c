import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { INVENTED_REPORT } from './support/invented-report.ts';
import { chooseByKeys, currentItem, goToFirst, goToItem, tabTo } from './support/reading-keys.ts';
import { pageForEachTest, servedApp } from './support/served-app.ts';
import { words } from './support/words.ts';

const app = servedApp(async (workbench) => {
  await Promise.all([
    workbench.parley('example', 'lake-ulvessa', 'lake.parley'),
    workbench.parley('new', 'talks.parley', '--title', 'Strait talks'),
  ]);
  const [front, options] = [
    ['--alias', 'the Front', 'Pell'],
    ['--option', 'Free passage', 'Two sailings', '--term', 'ferries', 'ferry'],
  ];
  await workbench.parley('party', 'talks.parley', 'Sarrow Front', '--id', 'front', ...front);
  await workbench.parley('issue', 'talks.parley', 'Ferry crossings', '--id', 'ferries', ...options);
  workbench.write('report.txt', INVENTED_REPORT);
  await workbench.parley('add', 'talks.parley', 'report.txt', '--title', 'Ferry talks', '--published', '2021-05-13');
  return ['lake.parley', 'talks.parley'];
});
let page: Page;
pageForEachTest(app, (opened) => {
  page = opened;
});

it('reviews a source from the list of cases to the last decision without a mouse', async () => {
  await tabTo(page, page.getByRole('link', { name: 'Strait talks' }));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Strait talks' }).waitFor();
  await page.keyboard.press('Shift+R');
  await tabTo(page, page.getByRole('link', { name: 'Ferry talks' }));
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Source' }).waitFor();

  // Accepted with what it is linked to; K goes back to it, and it can be reopened.
  const spokesman = /two sailings a day if/;
  await goToItem(page, spokesman);
  await chooseByKeys(page, 'p', 'Sarrow');
  await chooseByKeys(page, 'i', 'Ferry');
  await chooseByKeys(page, 'o', 'Two');
  await page.keyboard.press('2');
  await page.keyboard.press('a');
  await said(/^Accepted/);
  await goToFirst(page);
  await goToItem(page, spokesman);
  expect(await words(currentItem(page))).toMatch(/accepts Sarrow Front · Ferry crossings · Two sailings/);
  await tabTo(page, currentItem(page).getByRole('button', { name: 'Reopen' }));
  await page.keyboard.press('Enter');
  await said(/^Reopened/);
  await page.keyboard.press('u');
  await said(/^Undone: Reopened/);

  // Rejected.
  await goToFirst(page);
  await goToItem(page, /were close on the ferries/);
  await page.keyboard.press('r');
  await said(/^Rejected/);

  // Corrected: a word off the end of its content, another speaker, its credibility.
  await goToFirst(page);
  await goToItem(page, /one joint customs house/);
  await page.keyboard.press('c');
  const form = page.getByRole('complementary', { name: 'Correct the statement' });
  const content = form.locator('.span-field.active .said');
  const before = await words(content);
  await tabTo(page, form.getByRole('button', { name: /^End a word earlier/ }));
  await page.keyboard.press('Enter');
  await expect.poll(() => words(content)).toBe(before.replace(/ \S+$/, ''));
  await tabTo(page, form.getByRole('textbox', { name: 'Name', exact: true }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Odo Pell');
  await tabTo(page, form.getByRole('combobox', { name: 'Credibility' }));
  await page.keyboard.type('2');
  await page.keyboard.press('Control+Enter');
  await said(/^Accepted as corrected/);
  await goToFirst(page);
  await goToItem(page, /one joint customs(?! house)/);
  expect(await words(currentItem(page))).toContain('Odo Pell');

  // Added by hand, its words typed.
  await page.keyboard.press('n');
  const added = page.getByRole('complementary', { name: 'Add a statement' });
  await tabTo(page, added.getByRole('textbox', { name: /^Or type the words to mark/ }));
  await page.keyboard.type('second round on the strait');
  await page.keyboard.press('Enter');
  await expect.poll(() => words(added.locator('.span-words .said').first())).toBe('second round on the strait');
  await page.keyboard.press('Control+Enter');
  await said(/^Added/);
  await page.keyboard.press('u');
  await said(/^Undone: Added/);

  // Everything else decided one by one, until nothing is left.
  await goToFirst(page);
  for (let left = await toReview(); left > 0; left = await toReview()) {
    await goToItem(page, async (item) => (await item.getAttribute('class'))?.includes('suggested') ?? false);
    await page.keyboard.press(left % 2 === 0 ? 'a' : 'r');
    await expect.poll(toReview).toBe(left - 1);
    await goToFirst(page);
  }
  await page.getByRole('heading', { name: /^All \d+ reviewed$/ }).waitFor();
});

it('takes a meeting note by keys alone', async () => {
  await page.goto(`${app.serving().url}/c/lake-ulvessa/record`);
  await tabTo(page, page.getByRole('button', { name: 'Add a meeting note' }));
  await page.keyboard.press('Enter');
  const form = page.getByRole('complementary', { name: 'Add a meeting note' });
  await form.waitFor();
  await page.keyboard.type('Corrin Estavel said that the pumps must be repaired first.');
  await tabTo(page, form.getByRole('textbox', { name: 'Title' }));
  await page.keyboard.type('Corridor talk');
  await tabTo(page, form.getByRole('combobox', { name: 'Attribution' }));
  await page.keyboard.type('not');
  await form.getByText('May be used, but not be given as said by anyone.').waitFor();
  await tabTo(page, form.getByRole('combobox', { name: 'Compartment' }));
  await page.keyboard.type('The team');
  await tabTo(page, form.getByRole('button', { name: 'Add the note' }));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Corridor talk' }).waitFor();
  const head = await words(page.getByRole('region', { name: 'Source' }).locator('.source-head'));
  expect(head).toContain('not attributable');
  expect(head).toContain('in The team');
});

it('lists every key on ?, and hides the list again', async () => {
  await page.goto(`${app.serving().url}/c/lake-ulvessa/table`);
  await page.getByRole('grid').waitFor();
  await page.keyboard.press('?');
  const keys = page.getByRole('complementary', { name: 'Keys' });
  await keys.waitFor();
  const listed = await words(keys);
  for (const entry of ['a Accept the statement', 'r Reject the statement', 'c Correct the statement', 'n Add a statement', '/ Search'])
    expect(listed).toContain(entry);
  for (const heading of ['Everywhere', 'In the table', 'While reading a source', 'While correcting a statement'])
    await keys.getByRole('heading', { name: heading }).waitFor();
  await page.keyboard.press('?');
  await keys.waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });
});

it('goes from view to view by keys, and leaves typing alone', async () => {
  await page.goto(`${app.serving().url}/c/lake-ulvessa/table?heldOn=2024-05-01`);
  for (const [key, view] of [
    ['Shift+R', 'record'],
    ['Shift+F', 'figures'],
    ['Shift+S', 'setup'],
    ['Shift+T', 'table'],
  ] as const) {
    await page.getByRole('navigation', { name: 'Views' }).waitFor();
    await page.keyboard.press(key);
    await page.waitForURL(new RegExp(`/${view}\\?heldOn=2024-05-01`));
  }
  await page.keyboard.press('/');
  await page.keyboard.type('weir');
  await page.waitForURL(/\/table\?/);
  await page.getByRole('list', { name: 'Search results' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Source' }).waitFor();
});

describe('the tab order', () => {
  it.for([
    ['the list of cases', '/', '.case-list a'],
    ['the table with a cell open', '/c/lake-ulvessa/table?heldOn=2024-06-15&cell=toldrane,water-share', '.panel .statement'],
    ['the list of sources with a report to add', '/c/lake-ulvessa/record?open=report', '.panel textarea'],
    ['a source', '/c/lake-ulvessa/record/wire-0611', '.item-list li'],
    ['a source with words offered', '/c/lake-ulvessa/record/notice-0628', '.panel-offers summary'],
    ['the figures', '/c/lake-ulvessa/figures', '.figures a'],
    ['the setup with an issue open', '/c/lake-ulvessa/setup?open=issue:return', '.panel fieldset'],
  ] as const)('reaches every action, its focus in sight: %s', async ([, path, shows]) => {
    await page.goto(app.serving().url + path);
    await page.locator(shows).first().waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    expect(await tabThrough(page)).toEqual({ unreached: [], unseen: [] });
  });

  it('reaches every action, its focus in sight: a statement under review, and its correction', async () => {
    await page.goto(`${app.serving().url}/c/lake-ulvessa/record/wire-0611`);
    await page.locator('.item-list li').first().waitFor();
    await goToItem(page, async (item) => (await item.getAttribute('class'))?.includes('suggested') ?? false);
    await page.locator('select[name="quick-option"]:enabled').waitFor();
    await page.locator('select[name="quick-faction"]').waitFor();
    expect(await tabThrough(page)).toEqual({ unreached: [], unseen: [] });
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('c');
    await page.getByRole('complementary', { name: 'Correct the statement' }).waitFor();
    expect(await tabThrough(page)).toEqual({ unreached: [], unseen: [] });
  });
});

const MOST_STOPS = 400;

/** Tabs through the whole page: what of it Tab does not reach, and where the focus then cannot be seen. */
async function tabThrough(here: Page): Promise<{ unreached: string[]; unseen: string[] }> {
  const unseen: string[] = [];
  let stops = 0;
  for (; stops < MOST_STOPS; stops += 1) {
    await here.keyboard.press('Tab');
    const stop = await here.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return { seenBefore: false, outlined: true, html: '' };
      const seenBefore = element.dataset.tabbed === 'yes';
      element.dataset.tabbed = 'yes';
      // What is hidden and drawn anew, as a radio button within its label, shows its focus there.
      const shown = [element, element.parentElement, element.parentElement?.parentElement].filter((one) => one != null);
      const outlined = shown.some((one) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
      });
      return { seenBefore, outlined, html: element.outerHTML.slice(0, 160) };
    });
    if (stop.seenBefore) break;
    if (!stop.outlined) unseen.push(stop.html);
  }
  expect(stops, 'stops of Tab').toBeGreaterThan(3);
  const unreached = await here.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
      .filter((one) => one.checkVisibility() && !one.matches(':disabled, [tabindex="-1"]') && one.dataset.tabbed !== 'yes')
      // Of radio buttons that belong together Tab reaches one, the arrow keys the others.
      .filter(
        (one) => !(one instanceof HTMLInputElement && one.type === 'radio' && document.querySelector(`[data-tabbed][name="${one.name}"]`)),
      )
      .map((one) => one.outerHTML.slice(0, 160)),
  );
  return { unreached, unseen };
}

async function said(what: RegExp): Promise<void> {
  await page.getByRole('status').filter({ hasText: what }).waitFor();
}

/** How many statements and figures of the source are still to review. */
async function toReview(): Promise<number> {
  const heading = await words(page.getByRole('complementary', { name: 'Statements and figures' }).getByRole('heading', { level: 2 }));
  return heading.includes('to review') ? Number(/\d+/.exec(heading)?.[0]) : 0;
}
