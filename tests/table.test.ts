import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { pageForEachTest, servedApp } from './support/served-app.ts';
import { words } from './support/words.ts';

const app = servedApp(async (workbench) => {
  await workbench.parley('example', 'lake-ulvessa', 'lake.parley');
  return ['lake.parley'];
});
let page: Page;
pageForEachTest(app, (opened) => {
  page = opened;
});

it('shows stances, what is contested, mandates, offers beyond them, and how much of an issue nobody rejects', async () => {
  await table('?heldOn=2024-06-15');
  expect(await headers()).toEqual(['Issue', 'Ilduvian Union', 'Toldrane Council', 'Republic of Samphere', 'Vestrel Mission']);
  const ilduvia = await words(cell('Water share of the lowland', 0));
  expect(ilduvia).toContain('rejects 40 per cent 4 March 2024 official');
  expect(ilduvia).toContain('accepts 50 per cent 11 June 2024 official beyond the mandate 2');
  expect(ilduvia).toMatch(/may accept 50 per cent 5 April 2024 official Port Circle/);
  expect(ilduvia).toContain('contested');
  expect(await words(cell('Ceasefire line', 0))).not.toContain('contested');
  expect(await words(cell('Return of displaced villagers', 1))).toContain('mandate expired');

  const toldrane = await words(page.getByRole('columnheader', { name: /^Toldrane Council/ }));
  expect(toldrane).toContain('may decide 5 of 5 issues expired 15 May 2024');
  expect(toldrane).toContain('may decide 4 of 5 issues until 31 July 2024');
  expect(await words(page.getByRole('rowheader', { name: /^Water share/ }))).toContain('1 of 4 rejected by none · 0 acceptable to all');
  expect(await words(page.getByRole('rowheader', { name: /^Who monitors/ }))).toContain('3 of 4 rejected by none · 1 acceptable to all');
});

it('moves the stances and the address with the day they are held on', async () => {
  await table('?heldOn=2024-05-23');
  const water = cell('Water share of the lowland', 1);
  expect(await words(water)).toMatch(/rejects 45 per cent .*official/);
  expect(await words(water)).not.toContain('24 May 2024');
  await page.getByRole('button', { name: 'To the next change' }).click();
  await page.waitForURL(/heldOn=2024-05-24/);
  await expect.poll(() => words(water)).toMatch(/accepts 45 per cent 24 May 2024 official/);
  await page.keyboard.press('[');
  await expect.poll(() => words(water)).not.toContain('24 May 2024');

  const day = page.getByRole('textbox', { name: 'Held on day, as 2025-07-12' });
  await day.fill('2024-03-05');
  await day.press('Enter');
  await page.waitForURL(/heldOn=2024-03-05/);
  await expect.poll(() => words(cell('Who monitors', 0))).toMatch(/^nothing (held on this day|stated)/);
  await day.fill('5 March');
  await day.press('Enter');
  await page.getByText('Not a day. Write it as 2025-07-12.').waitFor();

  const slider = page.getByRole('slider', { name: 'Day that positions are held on' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/heldOn=2024-03-06/);
  await day.fill('');
  await day.press('Enter');
  await page.waitForURL((url) => !url.searchParams.has('heldOn'));
});

it('hides what came later than it was known', async () => {
  await table('?heldOn=2024-06-15');
  const known = page.getByRole('combobox', { name: 'as known on' });
  const earliest = await known.locator('option').last().getAttribute('value');
  await known.selectOption({ index: (await known.locator('option').count()) - 2 });
  await page.waitForURL(/knownAt=2024-03-06/);
  await expect.poll(() => words(page.getByRole('region', { name: 'Table' }).locator('.view-caption'))).toContain('from 1 source');
  expect(earliest).toContain('2024-03-04');
  expect(await words(cell('Water share of the lowland', 1))).not.toContain('24 May 2024');
  expect(await words(cell('Ceasefire line', 1))).not.toContain('Two-kilometre buffer');
  expect(await words(cell('Who monitors', 3))).toBe('nothing stated');
  await page.getByRole('link', { name: /^Record/ }).click();
  await page.waitForURL(/record\?heldOn=2024-06-15&knownAt=2024-03-06/);
  await page.getByRole('region', { name: 'Record' }).getByText('1 source', { exact: true }).waitFor();
  expect(await page.getByRole('region', { name: 'Record' }).getByRole('row').count()).toBe(2);
});

it('goes from cell to cell by arrow keys, opens one by Enter and gives the focus back on Escape', async () => {
  await table('?heldOn=2024-06-15');
  await cell('Water share of the lowland', 0).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expectFocus(cell('Ceasefire line', 1));
  await page.keyboard.press('Control+End');
  await expectFocus(cell('Return of displaced villagers', 3));
  await page.keyboard.press('Control+Home');
  await expectFocus(cell('Water share of the lowland', 0));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await expectFocus(cell('Water share of the lowland', 0));
  await page.keyboard.press('Enter');
  await page.waitForURL(/cell=ilduvia,water-share/);
  const panel = page.getByRole('complementary', { name: 'Ilduvian Union on Water share of the lowland' });
  await expectFocus(panel.getByRole('heading', { level: 2 }));
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await expectFocus(cell('Water share of the lowland', 0));
});

it('keeps the order of the columns that the user gave', async () => {
  await table('');
  await page.getByRole('button', { name: 'Move Ilduvian Union one column on' }).click();
  await expect.poll(headers).toEqual(['Issue', 'Toldrane Council', 'Ilduvian Union', 'Republic of Samphere', 'Vestrel Mission']);
  await page.reload();
  await page.getByRole('grid').waitFor();
  expect((await headers()).slice(1, 3)).toEqual(['Toldrane Council', 'Ilduvian Union']);
  // By keys the focus goes along with the column, and undo brings it back.
  await cell('Ceasefire line', 1).focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(async () => (await headers()).slice(1, 3)).toEqual(['Ilduvian Union', 'Toldrane Council']);
  await expectFocus(cell('Ceasefire line', 0));
});

it('opens every stance to a statement at least', async () => {
  await table('?heldOn=2024-06-15');
  const stated = page.getByRole('gridcell').filter({ has: page.locator('.stance-line') });
  const count = await stated.count();
  expect(count).toBeGreaterThan(10);
  for (let index = 0; index < count; index += 1) {
    const one = stated.nth(index);
    const lines = await one.locator('.stance-line').count();
    await one.focus();
    await page.keyboard.press('Enter');
    const held = page.locator('.panel .held:not(details *)');
    await expect.poll(() => one.getAttribute('aria-selected')).toBe('true');
    await expect.poll(() => held.count()).toBe(lines);
    for (const section of await held.all()) {
      await section.getByRole('article').first().waitFor();
      expect(await section.getByRole('link', { name: /^characters [\d,]+–[\d,]+ of the/ }).count()).toBeGreaterThan(0);
    }
    await page.keyboard.press('Escape');
  }
});

it('opens an issue to who holds what of each option, and a mandate to the statement that claims it', async () => {
  await table('?heldOn=2024-06-15');
  await page.getByRole('link', { name: 'Who monitors' }).click();
  const issue = page.getByRole('complementary', { name: 'Who monitors' });
  await issue.getByText('3 of 4 rejected by none · 1 acceptable to all').waitFor();
  await issue.getByRole('heading', { name: 'Joint patrols' }).waitFor();
  await page.keyboard.press('Escape');
  await page
    .getByRole('columnheader', { name: /^Ilduvian Union/ })
    .getByRole('link')
    .click();
  await page.getByRole('document').locator('.seg.content.current').first().waitFor();
  await page.getByRole('link', { name: 'Back to Table' }).click();
  await page.getByRole('grid').waitFor();
});

async function table(query: string): Promise<void> {
  await page.goto(`${app.serving().url}/c/lake-ulvessa/table${query}`);
  await page.getByRole('grid', { name: 'Parties by issues' }).waitFor();
}

function cell(issue: string, column: number): Locator {
  return page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: issue }) })
    .getByRole('gridcell')
    .nth(column);
}

async function headers(): Promise<string[]> {
  return (await page.getByRole('columnheader').allInnerTexts()).map((text) => text.split('\n')[0]?.trim() ?? '');
}

async function expectFocus(locator: Locator): Promise<void> {
  await expect.poll(() => locator.evaluate((element) => element === document.activeElement)).toBe(true);
}
