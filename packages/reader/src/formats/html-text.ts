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

export function parsePage(source: string): Page {
  const html = /<html[\s>]/i.test(source.slice(0, 5000)) ? source : `<!doctype html><html><head></head><body>${source}</body></html>`;
  return parseHTML(html).document as unknown as Page;
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
  const walk = (node: PageNode): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) line += child.textContent ?? '';
      else if (child.nodeType === 1) {
        const block = LINES.has(child.nodeName.toUpperCase());
        if (block) flush();
        walk(child);
        if (block) flush();
        else if (child.nodeName.toUpperCase() === 'TD' || child.nodeName.toUpperCase() === 'TH') line += ' ';
      }
    }
  };
  const flush = (): void => {
    const clean = line.replace(/\s+/g, ' ').trim();
    if (clean) lines.push(clean);
    line = '';
  };
  walk(root);
  flush();
  return lines.join('\n');
}
