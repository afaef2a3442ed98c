import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { pageForEachTest, servedApp } from './support/served-app.ts';
import { words } from './support/words.ts';

const app = servedApp(async (workbench) => {
  await Promise.all([
    workbench.parley('example', 'lake-ulvessa', 'lake.parley'),
    workbench.parley('new', 'empty.parley', '--title', 'Talks not yet begun'),
  ]);
  return ['lake.parley', 'empty.parley'];
});
let page: Page;
pageForEachTest(app, (opened) => {
  page = opened;
});

const verdict = () => words(page.locator('.view .verdict'));
const step = (number: number) => page.locator('.step-list tbody tr').nth(number - 1);
const exchange = async (query = ''): Promise<void> => {
  await page.goto(`${app.serving().url}/c/lake-ulvessa/exchange${query}`);
  await page.locator('.step-chart .block').first().waitFor();
};

it('says in words where the order of the bridging paper first becomes unsafe, and checks it anew as a step is moved by keys', async () => {
  await exchange();
  expect(await verdict()).toContain('First unsafe at step 2, D+2: Ilduvian Union is to give 1 × Wounded highlanders');
  expect(await verdict()).toContain('Guarantee needed: Ilduvian Union 2 × its weightiest tranche');
  // To the day before D+3: the strip is then given before the maps are verified.
  await step(4).getByRole('button', { name: 'Step 4 a day earlier' }).focus();
  for (let days = 0; days < 3; days += 1) await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(verdict).toContain('The schedule does not keep to the terms');
  expect(await words(step(4))).toContain('verified only by D+7');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Step 4 a day earlier');
  await page.keyboard.press('u');
  await page.keyboard.press('u');
  await page.keyboard.press('u');
  await expect.poll(() => words(step(4))).toContain('D+8');
  expect(await page.getByText('Tried out, not recorded.').count()).toBe(0);
});

it('lets a step be dragged to another day, and recorded as the team’s own where the team is', async () => {
  await exchange();
  const block = await page.locator('.step-chart .step .block').last().boundingBox();
  const days = await page.locator('.step-chart .tick-line').evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().x));
  const perDay = ((days[1] ?? 0) - (days[0] ?? 0)) / 2;
  if (block === null) throw new Error('no block is shown');
  await page.mouse.move(block.x + block.width / 2, block.y + block.height / 2);
  await page.mouse.down();
  await page.mouse.move(block.x + block.width / 2 + 2 * perDay, block.y + block.height / 2, { steps: 4 });
  await expect.poll(() => words(step(11))).toContain('D+31');
  await page.mouse.up();
  await page.getByRole('button', { name: 'Record as the team’s own' }).click();
  const schedules = page.getByRole('combobox', { name: 'Schedule', exact: true });
  await expect.poll(() => schedules.locator('option:checked').textContent()).toBe('Order of the bridging paper, changed');
  expect(await words(step(11))).toContain('D+31');
  // It started where the weighings are: through the public compartment it is not there.
  await exchange('?compartments=public');
  expect(await schedules.locator('option').allTextContents()).toEqual(['Order of the bridging paper']);
  expect(await verdict()).toContain('cannot be said before the items are weighed for Ilduvian Union, Toldrane Council');
  expect(await page.locator('.step-chart .unsafe').count()).toBe(0);
});

it('puts two schedules side by side, and what really happened beside the plan', async () => {
  await exchange('?heldOn=2024-06-30&beside=lists-at-once');
  const compared = page.getByRole('table', { name: 'Schedules side by side' });
  const line = (name: string) => words(compared.getByRole('row', { name: new RegExp(`^${name}`) }));
  expect(await line('Guarantee needed of Ilduvian Union')).toMatch(/2 × its weightiest tranche.*1 × its weightiest tranche/);
  expect(await page.locator('.beside .step-chart').count()).toBe(2);
  const ledger = page.getByRole('table', { name: 'What really happened' });
  const maps = words(ledger.getByRole('row', { name: /Sheets of mine maps/ }));
  expect(await maps).toMatch(/D\+3 27 June 2024 .* 1 of 2 .*withheld.* 3 days late/);
  await ledger.getByRole('button', { name: 'withheld 27 June 2024' }).click();
  await page
    .getByRole('complementary')
    .getByRole('link', { name: /The second sheet was due/ })
    .click();
  await page.waitForURL(/record\/notice-0628/);
});

it('plans in the background, says that no order needs less, and records the plan as a schedule', async () => {
  await exchange('?open=plan');
  const panel = page.getByRole('complementary', { name: 'Plan an order' });
  await panel.getByRole('button', { name: 'Plan', exact: true }).click();
  await panel.getByText('No order needs a smaller guarantee.').waitFor();
  expect(await panel.getByRole('combobox', { name: 'Compartment' }).locator('option:checked').textContent()).toBe('The team');
  await panel.getByRole('button', { name: 'Record as a schedule' }).click();
  await expect
    .poll(() => page.getByRole('combobox', { name: 'Schedule', exact: true }).locator('option:checked').textContent())
    .toBe('Planned order');
  await expect.poll(verdict).toContain('1 × its weightiest tranche');
});

it('gives the schedule as files', async () => {
  await exchange();
  for (const [name, start] of [
    ['Calendar', 'BEGIN:VCALENDAR'],
    ['CSV', 'step,'],
    ['Excel', 'PK'],
    ['Annex (Word)', 'PK'],
  ] as const) {
    const href = await page.getByRole('link', { name, exact: true }).getAttribute('href');
    const answer = await page.request.get(`${app.serving().url}${href}`);
    expect([name, answer.status(), (await answer.body()).subarray(0, start.length).toString()]).toEqual([name, 200, start]);
  }
});

it('says in an empty case what to do first', async () => {
  await page.getByRole('link', { name: 'Talks not yet begun' }).click();
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Exchange' }).click();
  const steps = page.getByRole('region', { name: 'What to do first' }).getByRole('listitem');
  await expect.poll(() => steps.count()).toBe(4);
  expect(await words(steps.first())).toContain('Add the parties');
  expect(await steps.first().getAttribute('aria-current')).toBe('step');
});
