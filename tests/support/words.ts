import type { Locator } from 'playwright-core';

/** The words of an element as they are read out: those of each part of it, a space between them. */
export async function words(locator: Locator): Promise<string> {
  const parts = await locator.evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
    return texts;
  });
  return parts.join(' ').replaceAll(/\s+/g, ' ').trim();
}
