import type { PageStart } from './source.ts';

/** The page that a place in the text is on; null for a source without pages. What stands before the first page's text is on it. */
export function pageAt({ pages = [] }: { readonly pages?: readonly PageStart[] | undefined }, place: number): number | null {
  const [first] = pages;
  if (first === undefined) return null;
  let [low, high] = [0, pages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle] as PageStart).start <= place) low = middle + 1;
    else high = middle;
  }
  return (pages[low - 1] ?? first).page;
}
