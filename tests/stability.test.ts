import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './support/browser.ts';
import { openPage } from './support/open-page.ts';
import { newWorkbench } from './support/workbench.ts';

const workbench = newWorkbench();
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await workbench.close();
});

it('a newcomer draws up who could walk out, and reads what would hold it', async () => {
  await workbench.parley('new', 'border.parley', '--title', 'Border talks');
  await workbench.parley('party', 'border.parley', 'North');
  await workbench.parley('party', 'border.parley', 'South');
  const { page, faults, close } = await openPage(browser, await workbench.serve('border.parley'));
  await page.getByRole('link', { name: 'Border talks' }).click();
  await page.getByRole('link', { name: 'Table' }).waitFor();

  // From here on the keyboard alone finds the view; an empty one says what to do first.
  await page.keyboard.press('W');
  await page.getByText('no number is asked for').waitFor();
  await page.getByRole('button', { name: 'New conflict' }).click();
  await page.getByLabel('What it is about').fill('Patrols on the border');
  for (const [name, deed] of [
    ['North', 'Send patrols'],
    ['South', 'Close the market'],
  ] as const) {
    await page.getByLabel('Add who decides').selectOption({ label: name });
    const group = page.getByRole('group', { name, exact: true });
    await group.getByRole('button', { name: 'Add what it may do' }).click();
    await group.getByLabel('What it may do 1').fill(deed);
  }
  await page.getByRole('button', { name: 'Add a state' }).click();
  await page.getByLabel('State 1').fill('Quiet');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Done' }).click();

  // Each wants the other to refrain above all, and would rather act itself.
  for (const [name, other, own] of [
    ['North', 'Close the market', 'Send patrols'],
    ['South', 'Send patrols', 'Close the market'],
  ] as const) {
    await page.getByRole('button', { name: `Say what it wants ${name}` }).click();
    await page.getByRole('group', { name: 'First of all' }).getByLabel(other).selectOption('left');
    await page.getByRole('button', { name: 'Add what it wants' }).click();
    await page.getByRole('group', { name: '2. then' }).getByLabel(own).selectOption('taken');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Done' }).click();
  }

  // Looking ahead, both stay in the quiet; not looking ahead, both leave it.
  await page.getByRole('status').filter({ hasText: '2 of 4 states hold.' }).waitFor();
  await page.getByLabel('How far they look ahead').selectOption('nash');
  await page.getByRole('status').filter({ hasText: '1 of 4 states holds.' }).waitFor();
  await page.getByRole('link', { name: 'Quiet' }).click();
  const panel = page.getByRole('complementary');
  await panel.getByText('North would gain if it takes “Send patrols”').waitFor();
  await panel.getByRole('button', { name: 'Look for it' }).click();
  await panel.getByText('North can no longer move from “Quiet” to a state with “Send patrols”').waitFor();

  // A move of the graph leads on to the state it makes; undo takes the last preference back.
  await panel.getByRole('link', { name: /North takes “Send patrols”/ }).click();
  await page.waitForURL(/state=YN/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');
  await page.getByText('Nothing is recorded of what South want').waitFor();
  expect(faults).toEqual([]);
  await close();
});
