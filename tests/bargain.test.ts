import type { Page } from 'playwright-core';
import { it } from 'vitest';
import { pageForEachTest, servedApp } from './support/served-app.ts';

const app = servedApp(async (workbench) => {
  await workbench.parley('example', 'lake-ulvessa', 'lake.parley');
  await workbench.parley('new', 'talks.parley', '--title', 'Border talks');
  for (const party of ['North', 'South']) await workbench.parley('party', 'talks.parley', party, '--id', party.toLowerCase());
  await workbench.parley('issue', 'talks.parley', 'Crossing', '--id', 'crossing', '--option', 'Open', 'Shut');
  return ['lake.parley', 'talks.parley'];
});
let page: Page;
pageForEachTest(app, (opened) => {
  page = opened;
});

it('a mediator reads which packages are barred by nothing, why, and what would have to move', async () => {
  await page.goto(`${app.serving().url}/c/lake-ulvessa/table?heldOn=2024-06-30`);
  await page.getByRole('grid').waitFor();
  await page.keyboard.press('Shift+B');
  await page.getByRole('status').filter({ hasText: 'Barred by no position: 20' }).waitFor();

  // The one package of the example that both at least may accept, with what each gives up, and why.
  await page.getByRole('link', { name: 'Package 1', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Package 1' });
  await panel.getByText('Full return, guaranteed in writing').first().waitFor();
  await panel.getByRole('link', { name: 'why' }).first().click();
  await page.waitForURL(/\/record\/.*statement=/);
  await page.getByRole('region', { name: 'Source' }).waitFor();
  await page.goBack();

  // A paper that was put forward is among them, and crosses what somebody rules out.
  await page.getByRole('link', { name: /Bridging paper/ }).click();
  await page.getByRole('complementary', { name: /^Package/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Look for the smallest moves' }).click();
  await page.getByText('barred by no position already').waitFor();
  await page.getByLabel('How factions decide').selectOption('all');
  await page.getByRole('heading', { name: 'What each faction blocks' }).waitFor();
});

it('a newcomer notes numbers of both sides, and reads the frontier and what the rules name', async () => {
  await page.getByRole('link', { name: 'Border talks' }).click();
  await page.getByRole('link', { name: 'Bargain' }).click();
  for (const [name, best, worst] of [
    ['North', 'Open', 'Shut'],
    ['South', 'Shut', 'Open'],
  ] as const) {
    await page.getByRole('button', { name: `Note what matters more to it ${name}` }).click();
    const form = page.getByRole('complementary', { name: `What matters more to ${name}` });
    await form.getByText('Ranges, where somebody knows more').click();
    for (const [label, value] of [
      ['“Crossing”: share of all there is to gain', '100'],
      [best, '100'],
      [worst, '0'],
    ] as const) {
      const range = form.getByRole('group', { name: label });
      await range.getByLabel('From').fill(value);
      await range.getByLabel('To').fill(value);
    }
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await form.getByRole('button', { name: 'Done' }).click();
  }
  await page.getByRole('heading', { name: 'By the numbers that were entered' }).waitFor();
  await page.locator('.frontier-plot circle').first().waitFor();
  // Nobody said what no deal is worth, so no rule names a package yet.
  const row = page.getByRole('row', { name: /^Nash/ });
  await row.getByText('gains are not either').waitFor();

  // A legal floor takes one of the two packages away.
  await page.getByRole('button', { name: 'Add a rule of packages' }).click();
  const rule = page.getByRole('complementary', { name: 'Add a rule of packages' });
  await rule.getByLabel('What it says').fill('The crossing stays open');
  await rule.getByLabel('Kind').selectOption('floor');
  await rule.getByLabel('Crossing').selectOption({ label: 'Shut' });
  await rule.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'break no rule: 1.' }).waitFor();
  await rule.getByRole('button', { name: 'Done' }).click();
  await page.keyboard.press('u');
  await page.getByRole('status').filter({ hasText: 'break no rule: 2.' }).waitFor();
});
