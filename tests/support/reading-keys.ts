import type { Locator, Page } from 'playwright-core';
import { words } from './words.ts';

const MOST_STEPS = 80;

/** The statement or figure that the keys of the reading view now decide on. */
export function currentItem(page: Page): Locator {
  return page.getByRole('list', { name: 'Statements and figures' }).locator('li[aria-current="true"]');
}

/** Presses J until the current statement is a wanted one. Fails at the end of the list. */
export async function goToItem(page: Page, wanted: RegExp | ((item: Locator) => Promise<boolean>)): Promise<Locator> {
  const item = currentItem(page);
  const is = wanted instanceof RegExp ? async () => wanted.test(await words(item)) : () => wanted(item);
  const ids = await page
    .getByRole('list', { name: 'Statements and figures' })
    .locator('li')
    .evaluateAll((all) => all.map(({ id }) => id));
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const id = (await item.count()) > 0 ? await item.getAttribute('id') : null;
    if (id !== null && (await is())) return item;
    if (id === ids.at(-1)) break;
    await page.keyboard.press('j');
    await page.locator(`[id="${ids[ids.indexOf(id ?? '') + 1]}"][aria-current="true"]`).waitFor();
  }
  throw new Error(`J passes no item that is ${wanted}; the last was: ${await words(item)}`);
}

/** Presses K until the first statement is the current one, if any is. */
export async function goToFirst(page: Page): Promise<void> {
  const first = page.getByRole('list', { name: 'Statements and figures' }).locator('li').first();
  while ((await currentItem(page).count()) > 0 && (await first.getAttribute('aria-current')) !== 'true') {
    const id = await currentItem(page).getAttribute('id');
    await page.keyboard.press('k');
    // One that was rejected leaves the list when another is current.
    await page.waitForFunction((before) => !document.getElementById(before ?? '')?.ariaCurrent, id);
  }
}

/** In the focused list of choices, types the beginning of one as a keyboard user does, and leaves it by Enter. */
export async function chooseByKeys(page: Page, key: string, beginning: string): Promise<void> {
  await page.keyboard.press(key);
  await page.keyboard.type(beginning);
  await page.keyboard.press('Enter');
}

/** Presses Tab until an element has the focus. Fails where the tab order does not reach it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STEPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${MOST_STEPS} tab stops on, the focus has not reached ${target}`);
}
