import { expect, it } from 'vitest';
import { lookAtEveryView } from './support/look-at-every-view.ts';

const { open } = lookAtEveryView('light');

it('keeps the colours that were chosen, and shows whose choice they are', async () => {
  const { page, close } = await open({ colorScheme: 'light' });
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByRole('button', { name: 'Colours: Auto. Change' }).click();
  await page.getByRole('button', { name: 'Colours: Light. Change' }).click();
  await page.getByRole('button', { name: 'Colours: Dark. Change' }).waitFor();
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.reload();
  await page.getByRole('button', { name: 'Colours: Dark. Change' }).waitFor();
  expect(await ground()).toBe(dark);
  await close();
});
