import { UserError } from '@parley/model';
import { parseHTML } from 'linkedom';

/** Elements whose text is never a reader's: code, styles, forms, what stands in for them. */
const UNREAD = 'script, style, noscript, template, iframe, object, embed, svg, form, button, select, textarea';
/** Elements that are a line of their own. */
const LINES = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY THEAD TR UL BR'.split(
    ' ',
  ),
);

export interface PageNode {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: Iterable<PageNode>;
}
export interface Page {
  body: PageNode | null;
  documentElement: { getAttribute(name: string): string | null } | null;
  title: string;
  querySelector(selector: string): { getAttribute(name: string): string | null; textContent: string | null } | null;
  querySelectorAll(selector: string): Iterable<{ remove(): void; textContent: string | null }>;
}

/** The text of a piece of HTML, as a feed or a letter holds it: a line for each block. */
export function htmlText(source: string): string {
  const page = parsePage(source);
  removeUnread(page);
  return page.body ? linesOf(page.body) : '';
}

/** Throws a UserError for elements within elements beyond what any page has, which would be parsed for minutes. */
export function parsePage(source: string): Page {
  if (opensTooDeep(source))
    throw new UserError(`the HTML has more than ${MAX_OPEN.toLocaleString('en')} elements within each other, as no page does`, {
      cure: 'copy the text that is read into a text file',
    });
  const html = /<html[\s>]/i.test(source.slice(0, 5000)) ? source : `<!doctype html><html><head></head><body>${source}</body></html>`;
  return parseHTML(html).document as unknown as Page;
}

const MAX_OPEN = 25_000;
/** Elements that have no end, or that the next one ends. */
const UNENDED = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd td th tr thead tbody option optgroup rp rt'.split(' '),
);

function opensTooDeep(source: string): boolean {
  let open = 0;
  for (const [, end, name, rest] of source.matchAll(/<(\/?)([a-z][\w-]*)([^<>]*)>/gi)) {
    if (UNENDED.has((name as string).toLowerCase()) || rest?.endsWith('/')) continue;
    open = Math.max(0, open + (end ? -1 : 1));
    if (open > MAX_OPEN) return true;
  }
  return false;
}

/** Takes out what is never read; says how many elements that were. */
export function removeUnread(page: Page): number {
  let count = 0;
  for (const element of [...page.querySelectorAll(UNREAD)]) {
    element.remove();
    count++;
  }
  return count;
}

/** The text of a node, a line for each block, white space within a line as one space. */
export function linesOf(root: PageNode): string {
  const lines: string[] = [];
  let line = '';
  const flush = (): void => {
    const clean = line.replace(/\s+/g, ' ').trim();
    if (clean) lines.push(clean);
    line = '';
  };
  // No recursion: a page may nest its elements deeper than the stack is.
  const open: { children: Iterator<PageNode>; name: string }[] = [{ children: root.childNodes[Symbol.iterator](), name: '' }];
  for (let top = open[0]; top !== undefined; top = open.at(-1)) {
    const next = top.children.next();
    if (next.done) {
      open.pop();
      if (LINES.has(top.name)) flush();
      else if (top.name === 'TD' || top.name === 'TH') line += ' ';
    } else if (next.value.nodeType === 3) line += next.value.textContent ?? '';
    else if (next.value.nodeType === 1) {
      const name = next.value.nodeName.toUpperCase();
      if (LINES.has(name)) flush();
      open.push({ children: next.value.childNodes[Symbol.iterator](), name });
    }
  }
  flush();
  return lines.join('\n');
}

/** How many elements stand within each other at most. */
export function nestingOf(root: PageNode): number {
  let most = 0;
  const open = [root.childNodes[Symbol.iterator]()];
  for (let top = open[0]; top !== undefined; top = open.at(-1)) {
    const next = top.next();
    if (next.done) open.pop();
    else if (next.value.nodeType === 1) most = Math.max(most, open.push(next.value.childNodes[Symbol.iterator]()) - 1);
  }
  return most;
}
