import { Readability } from '@mozilla/readability';
import { isEdtfDate, UserError } from '@parley/model';
import { parseHTML } from 'linkedom';
import type { FormatInput, FormatOutput } from '../extraction.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { decode } from './decode.ts';

/** Elements whose text is never a reader's: code, styles, forms, what stands in for them. */
const UNREAD = 'script, style, noscript, template, iframe, object, embed, svg, form, button, select, textarea';
/** Elements that are a line of their own. */
const LINES = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY THEAD TR UL BR'.split(
    ' ',
  ),
);

interface PageNode {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: Iterable<PageNode>;
}
interface Page {
  body: PageNode | null;
  documentElement: { getAttribute(name: string): string | null } | null;
  title: string;
  querySelector(selector: string): { getAttribute(name: string): string | null; textContent: string | null } | null;
  querySelectorAll(selector: string): Iterable<{ remove(): void; textContent: string | null }>;
}

/**
 * The article of an HTML page, a line for each paragraph; where none is found, the text of its body.
 * Scripts never run, and their text is never read. Throws a UserError for a page without text.
 */
export function readHtml(input: FormatInput): FormatOutput {
  const source = decode(input);
  const page = parse(source);
  const dropped: string[] = [];
  const meta = metaOf(page);
  const removed = removeUnread(page);
  if (removed > 0)
    dropped.push(
      `${removed} element${removed === 1 ? ' that holds' : 's that hold'} no reading text (scripts, styles, forms and the like)`,
    );
  const whole = page.body ? linesOf(page.body) : '';
  const article = articleOf(source);
  const text = article && article.length >= 40 ? article : whole;
  if (text.trim() === '')
    throw new UserError(`${input.name} is an HTML page without text`, {
      cure: 'save the page after it has loaded, or copy its text into a text file',
    });
  if (text === article && whole.length > article.length)
    dropped.push(`${whole.length - article.length} characters around the article (menus, notes, other pages)`);
  const language = meta.language ?? detectLanguage(text);
  return {
    text,
    title: meta.title,
    publisher: meta.publisher,
    published: meta.published,
    language: language === 'und' ? null : language,
    dropped,
  };
}

function parse(source: string): Page {
  const html = /<html[\s>]/i.test(source.slice(0, 5000)) ? source : `<!doctype html><html><head></head><body>${source}</body></html>`;
  return parseHTML(html).document as unknown as Page;
}

function removeUnread(page: Page): number {
  let count = 0;
  for (const element of [...page.querySelectorAll(UNREAD)]) {
    element.remove();
    count++;
  }
  return count;
}

/** The article as Readability finds it, taken from a page of its own, because it rearranges what it reads. */
function articleOf(source: string): string {
  const page = parse(source);
  removeUnread(page);
  try {
    const article = new Readability(page as unknown as ConstructorParameters<typeof Readability>[0], { charThreshold: 200 }).parse();
    if (!article?.content) return '';
    const inner = parse(`<html><body>${article.content}</body></html>`);
    return inner.body ? linesOf(inner.body) : '';
  } catch {
    // Readability gives up on pages it cannot score; the body's text is read instead.
    return '';
  }
}

/** The text of a node, a line for each block, white space within a line as one space. */
function linesOf(root: PageNode): string {
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

function metaOf(page: Page): { title: string | null; publisher: string | null; published: string | null; language: string | null } {
  const content = (...names: string[]): string | null => {
    for (const name of names) {
      const value = page
        .querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`)
        ?.getAttribute('content')
        ?.trim();
      if (value) return value.slice(0, 500);
    }
    return null;
  };
  const title =
    content('og:title', 'twitter:title', 'DC.title') ??
    page.querySelector('title')?.textContent?.trim() ??
    page.querySelector('h1')?.textContent?.trim() ??
    null;
  const language = page.documentElement?.getAttribute('lang')?.trim() || null;
  return {
    title: title ? title.replace(/\s+/g, ' ').slice(0, 500) : null,
    publisher: content('og:site_name', 'application-name', 'publisher', 'DC.publisher'),
    published: dateOf(
      content('article:published_time', 'datePublished', 'date', 'pubdate', 'DC.date', 'DC.date.issued') ??
        page.querySelector('time[datetime]')?.getAttribute('datetime') ??
        null,
    ),
    language: language && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(language) ? language : null,
  };
}

/** The day, month or year that a meta date starts with; null for anything else. */
function dateOf(value: string | null): string | null {
  const match = value ? /^\s*(\d{4}(?:-\d\d(?:-\d\d)?)?)(?!\d)/.exec(value) : null;
  return match?.[1] && isEdtfDate(match[1]) ? match[1] : null;
}
