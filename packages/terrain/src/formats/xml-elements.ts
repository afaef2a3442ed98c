/**
 * As much of XML 1.0 (W3C 2008) as map files need: elements, attributes, text, CDATA. Entities that a document declares
 * itself are refused, so that no text grows when it is read; nothing outside the file is ever fetched.
 */
import { UserError } from '@parley/model';

/** An element: its name without a prefix, its attributes, what it holds. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

export interface XmlListener {
  /** Which elements are handed over whole. */
  readonly wanted: ReadonlySet<string>;
  /** Hears of each of them, with the names of the elements around it, outermost first. */
  element(element: XmlElement, around: readonly string[]): void;
  /** Hears of the end of every element around those. */
  closed?(around: readonly string[]): void;
}

/** The name of the outermost element, without a prefix; null where a text does not begin as XML does. */
export function rootName(text: string): string | null {
  let at = skipSpace(text, 0);
  for (;;) {
    const close = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : text.startsWith('<!', at) ? '>' : null;
    if (close === null) break;
    let end = text.indexOf(close, at);
    const subset = close === '>' ? text.slice(at, end).indexOf('[') : -1;
    if (subset !== -1) end = text.indexOf('>', text.indexOf(']', at + subset));
    if (end === -1) return null;
    at = skipSpace(text, end + close.length);
  }
  return /^<(?:[\w.-]+:)?([\w.-]+)/.exec(text.slice(at, at + 200))?.[1] ?? null;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/[\s\uFEFF]/.test(text[at] ?? 'x')) at++;
  return at;
}

/** Reads an XML text through. Throws a UserError for one that is cut off, wrongly nested or declares entities. */
export function readXml(text: string, file: string, listener: XmlListener): void {
  const around: string[] = [];
  const open: XmlElement[] = [];
  const broken = (what: string): UserError =>
    new UserError(`${file} is broken XML: ${what}`, {
      cure: 'export the map again, or copy it again if it was cut off',
      code: 'broken-file',
    });
  for (let at = text.indexOf('<'), from = 0; at !== -1; at = text.indexOf('<', from)) {
    const inside = open.at(-1);
    if (inside !== undefined && at > from) inside.text += withoutEntities(text.slice(from, at));
    const end = endOfMarkup(text, at, file);
    if (end === -1) throw broken('it ends within a tag, a comment or a section');
    from = end;
    if (text.startsWith('<![CDATA[', at)) {
      if (inside !== undefined) inside.text += text.slice(at + 9, end - 3);
    } else if (text[at + 1] === '/') close(text.slice(at + 2, end - 1).trim());
    else if (text[at + 1] !== '?' && text[at + 1] !== '!') start(text.slice(at + 1, end - 1));
  }
  if (around.length + open.length > 0) throw broken(`<${open.at(-1)?.name ?? around.at(-1)}> is not closed, as if it was cut off`);

  function start(tag: string): void {
    const [, called] = /^([^\s/]+)/.exec(tag) ?? [];
    if (called === undefined) throw broken(`"<${tag.slice(0, 30)}>"`);
    const name = local(called);
    if (around.length + open.length >= DEEPEST) throw broken(`more than ${DEEPEST} elements lie in each other`);
    if (open.length > 0 || listener.wanted.has(name)) {
      const element: XmlElement = { name, attributes: attributesOf(tag), children: [], text: '' };
      open.at(-1)?.children.push(element);
      open.push(element);
    } else around.push(name);
    if (tag.endsWith('/')) close(called);
  }

  function close(called: string): void {
    const name = local(called);
    const expected = open.at(-1)?.name ?? around.at(-1);
    if (expected !== name) throw broken(`</${name}> where ${expected === undefined ? 'nothing is open' : `</${expected}> is due`}`);
    const element = open.pop();
    if (element === undefined) {
      listener.closed?.(around);
      around.pop();
    } else if (open.length === 0) listener.element(element, around);
  }
}

/** The first of an element's children that is so called. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one) => one.name === name);
}

/** How deep elements may lie in each other. */
const DEEPEST = 256;

/** Where the markup that begins at a place ends; -1 where it does not. */
function endOfMarkup(text: string, at: number, file: string): number {
  const after = (mark: string): number => {
    const found = text.indexOf(mark, at + 2);
    return found === -1 ? -1 : found + mark.length;
  };
  if (text.startsWith('<!--', at)) return after('-->');
  if (text.startsWith('<![CDATA[', at)) return after(']]>');
  if (text[at + 1] === '?') return after('?>');
  if (text[at + 1] === '!') {
    const end = after('>');
    if (!text.slice(at, end === -1 ? undefined : end).includes('[')) return end;
    throw new UserError(`${file} declares entities of its own, which are not read`, {
      cure: 'take the <!DOCTYPE … [ … ]> out, or export the map again',
      code: 'broken-file',
    });
  }
  let quote = '';
  for (let end = at + 1; end < text.length; end++) {
    const letter = text[end] as string;
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '>') return end + 1;
  }
  return -1;
}

function attributesOf(tag: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of tag.matchAll(/\s([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    attributes[local(name as string)] = withoutEntities(double ?? single ?? '');
  return attributes;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What is no entity of XML stays as it is. */
function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
