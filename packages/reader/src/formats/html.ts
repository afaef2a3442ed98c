import { Readability } from '@mozilla/readability';
import { UserError } from '@parley/model';
import type { FormatInput, FormatOutput } from '../extraction.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { isoDateOf } from './date-of.ts';
import { decodeMarked } from './decode.ts';
import { linesOf, nestingOf, type Page, parsePage, removeUnread } from './html-text.ts';

/** Elements within each other, up to which an article is looked for; pages have some thirty. */
const MAX_NESTING = 500;

/**
 * The article of an HTML page, a line for each paragraph; where none is found, the text of its body.
 * Scripts never run, and their text is never read. Throws a UserError for a page without text.
 */
export function readHtml(input: FormatInput): FormatOutput {
  const source = decodeMarked(input);
  const page = parsePage(source);
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

/** The article as Readability finds it, taken from a page of its own, because it rearranges what it reads. */
function articleOf(source: string): string {
  const page = parsePage(source);
  removeUnread(page);
  // It looks at all that is around each paragraph, which takes it minutes where that is thousands of elements.
  if (page.body === null || nestingOf(page.body) > MAX_NESTING) return '';
  try {
    const article = new Readability(page as unknown as ConstructorParameters<typeof Readability>[0], { charThreshold: 200 }).parse();
    if (!article?.content) return '';
    const inner = parsePage(`<html><body>${article.content}</body></html>`);
    return inner.body ? linesOf(inner.body) : '';
  } catch {
    // Readability gives up on pages it cannot score; the body's text is read instead.
    return '';
  }
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
    published: isoDateOf(
      content('article:published_time', 'datePublished', 'date', 'pubdate', 'DC.date', 'DC.date.issued') ??
        page.querySelector('time[datetime]')?.getAttribute('datetime') ??
        null,
    ),
    language: language && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(language) ? language : null,
  };
}
