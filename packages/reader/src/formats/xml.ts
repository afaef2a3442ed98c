import { UserError } from '@parley/model';

/** An element of an XML document; names without their namespace prefix. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
/** Deeper nesting than any document has; a recursive reader of the tree must not run out of stack. */
const MAX_DEPTH = 500;
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE(?:[^>[]|\[[\s\S]*?\]\s*(?=>))*>|<(\/?)([^\s<>/="'!?][^\s<>/="']*)((?:\s+[^\s<>/="']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/gy;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The root element of an XML document. Entities that the document defines are never expanded, and
 * nothing outside it is read. Throws a UserError that names the line of the first fault.
 *
 * @param name for messages: the file's name
 */
export function parseXml(source: string, name: string): XmlElement {
  const document: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [document];
  const top = (): XmlElement => open[open.length - 1] as XmlElement;
  const broken = (what: string, at: number): UserError =>
    new UserError(`${name} is broken XML: ${what} on line ${lineOf(source, at)}`, {
      cure: 'save or download it again; it may have been cut off or changed by hand',
    });
  for (let at = 0; at < source.length; ) {
    const next = source.indexOf('<', at);
    const end = next < 0 ? source.length : next;
    if (end > at) top().children.push(decodeEntities(source.slice(at, end)));
    if (next < 0) break;
    TOKEN.lastIndex = next;
    const token = TOKEN.exec(source);
    if (!token) throw broken(`"${source.slice(next, next + 20).replace(/\s+/g, ' ')}" is no tag`, next);
    const [whole, cdata, slash, tag, attributes, empty] = token;
    at = next + whole.length;
    if (cdata !== undefined) top().children.push(cdata);
    if (tag === undefined) continue;
    if (slash) {
      if (open.length < 2) throw broken(`</${tag}> closes nothing`, next);
      const closed = open.pop() as XmlElement;
      if (closed.name !== localName(tag)) throw broken(`</${tag}> where </${closed.name}> is due`, next);
      continue;
    }
    const element: XmlElement = { name: localName(tag), attributes: attributesOf(attributes ?? ''), children: [] };
    top().children.push(element);
    if (!empty) open.push(element);
    if (open.length > MAX_DEPTH) throw broken(`more than ${MAX_DEPTH} elements within each other`, next);
  }
  if (open.length > 1) throw broken(`it ends within <${top().name}>`, source.length);
  const root = document.children.find((child) => typeof child !== 'string');
  if (root === undefined) throw broken('there is no element', 0);
  return root;
}

/** The child elements of one name, or all. */
export function childrenOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name));
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0];
}

/** All the text within an element, as it stands. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** An element of a name at any depth, the first in the document's order. */
export function findElement(element: XmlElement, name: string): XmlElement | undefined {
  for (const child of childrenOf(element)) {
    const found = child.name === name ? child : findElement(child, name);
    if (found) return found;
  }
  return undefined;
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1);
}

function attributesOf(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of source.matchAll(ATTRIBUTE))
    attributes[localName(name as string)] = decodeEntities(double ?? single ?? '');
  return attributes;
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, named) => {
    if (named !== undefined) return NAMED[named] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

function lineOf(source: string, at: number): number {
  let line = 1;
  for (let i = source.indexOf('\n'); i >= 0 && i < at; i = source.indexOf('\n', i + 1)) line++;
  return line;
}
