import { UserError } from '@parley/model';
import type { FormatInput, FormatOutput } from '../extraction.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { dateOf } from './date-of.ts';
import { decodeMarked } from './decode.ts';
import { htmlText } from './html-text.ts';
import { childOf, childrenOf, parseXml, textOf, type XmlElement } from './xml.ts';

/**
 * An RSS or Atom file, a report for each item, in the order of the file. An item without text is
 * passed over and counted with the first that has. Throws a UserError for broken XML, a file that is
 * no feed, and one without text.
 */
export function readFeed(input: FormatInput): FormatOutput[] {
  const root = parseXml(decodeMarked(input), input.name);
  const channel = root.name === 'rss' ? childOf(root, 'channel') : root.name === 'RDF' ? (childOf(root, 'channel') ?? root) : root;
  if (!['rss', 'RDF', 'feed'].includes(root.name) || !channel)
    throw new UserError(`${input.name} is XML, but neither RSS nor Atom: its root is <${root.name}>`, {
      cure: 'save the report as text, HTML or a document',
    });
  const items = [...childrenOf(channel, 'item'), ...(channel === root ? [] : childrenOf(root, 'item')), ...childrenOf(channel, 'entry')];
  const publisher = words(childOf(channel, 'title')) || null;
  const language = words(childOf(channel, 'language')) || root.attributes.lang || null;
  const read = items.flatMap((item) => readItem(item, { publisher, language }) ?? []);
  const [first] = read;
  if (!first)
    throw new UserError(`${input.name} is a feed of ${items.length} items, none of which has text`, {
      cure: 'save the pages it points to, and add them',
    });
  const without = items.length - read.length;
  if (without > 0) first.dropped.push(`${without} item${without === 1 ? '' : 's'} of the feed without text`);
  return read;
}

function readItem(item: XmlElement, feed: { publisher: string | null; language: string | null }): FormatOutput | null {
  const full = bodyOf(childOf(item, 'encoded') ?? childOf(item, 'content'));
  const summary = full === '' ? bodyOf(childOf(item, 'description') ?? childOf(item, 'summary')) : '';
  const title = words(childOf(item, 'title')) || null;
  const text = full || summary || title || '';
  if (text === '') return null;
  const source = childOf(item, 'source');
  const language = item.attributes.lang ?? feed.language ?? detectLanguage(text);
  return {
    text,
    title,
    publisher: words(source && (childOf(source, 'title') ?? source)) || words(childOf(item, 'publisher')) || feed.publisher,
    published: dateOf(['pubDate', 'published', 'issued', 'date', 'updated'].map((name) => words(childOf(item, name))).find(Boolean)),
    language: language === 'und' ? null : language,
    url: linkOf(item),
    dropped: droppedOf(item, { full, summary }),
  };
}

function droppedOf(item: XmlElement, { full, summary }: { full: string; summary: string }): string[] {
  const enclosures = childrenOf(item, 'enclosure').map(({ attributes }) => `attached: ${(attributes.url ?? 'a file').slice(0, 300)}`);
  if (full !== '') return enclosures;
  return [
    summary === '' ? 'the feed gives the headline only' : 'the feed gives a summary, which may be less than the report',
    ...enclosures,
  ];
}

function linkOf(item: XmlElement): string | null {
  const links = childrenOf(item, 'link');
  const link = links.find(({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate') ?? links[0];
  return (link && (link.attributes.href?.trim() || words(link))) || item.attributes.about || null;
}

/** Text, HTML in text, or XHTML as elements: as lines. */
function bodyOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  const isMarkup = childrenOf(element).length > 0;
  const source = isMarkup ? markup(element) : textOf(element);
  if (isMarkup || (element.attributes.type !== 'text' && /<\/?[a-z][^<>]*>|&(?:#\w+|\w+);/i.test(source))) return htmlText(source);
  return source
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

function markup(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? escapeMarkup(child) : `<${child.name}>${markup(child)}</${child.name}>`))
    .join('');
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function words(element: XmlElement | undefined): string {
  const text = textOf(element);
  return (/<\/?[a-z][^<>]*>|&(?:#\w+|\w+);/i.test(text) ? htmlText(text) : text).replace(/\s+/g, ' ').trim();
}
