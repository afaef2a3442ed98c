import { UserError } from '@parley/model';
import type { FormatInput, FormatOutput } from '../extraction.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { decode } from './decode.ts';
import { childOf, childrenOf, findElement, parseXml, textOf, type XmlElement } from './xml.ts';
import { openZip, type ZipFile } from './zip.ts';

interface Found {
  inserted: number;
  deleted: number;
  pictures: number;
  notes: { id: string; kind: 'footnotes' | 'endnotes' }[];
}

/**
 * The text of a Word document: a line for each paragraph and each row of a table, inserted text
 * kept, deleted text dropped and told, footnotes and comments (with their author) after the text.
 *
 * Throws a UserError for an archive without a document, broken XML and a document without text.
 */
export function readDocx(input: FormatInput): FormatOutput {
  const zip = openZip(input.bytes, input.name);
  const document = part(zip, 'word/document.xml', input.name);
  const body = document && childOf(document, 'body');
  if (!body)
    throw new UserError(`${input.name} is no Word document: there is no text part in it`, { cure: 'save it again as .docx, or as text' });
  const found: Found = { inserted: 0, deleted: 0, pictures: 0, notes: [] };
  const lines = linesOf(body, found);
  if (lines.length === 0)
    throw new UserError(`${input.name} is a Word document without text`, {
      cure: found.pictures > 0 ? 'its text is in pictures: run text recognition (OCR) on it first' : 'give a document with text in it',
    });
  const footnotes = notesOf(zip, found, input.name);
  const comments = commentsOf(zip, input.name);
  const text = [...lines, ...footnotes, ...comments].join('\n');
  const core = part(zip, 'docProps/core.xml', input.name);
  const styles = part(zip, 'word/styles.xml', input.name);
  const language = detectLanguage(text);
  return {
    text,
    title: (core && textOf(findElement(core, 'title')).trim()) || null,
    publisher: null,
    published: null,
    language: language === 'und' ? languageOf(core, styles) : language,
    dropped: droppedOf(zip, found, comments.length),
  };
}

function part(zip: ZipFile, path: string, name: string): XmlElement | null {
  const bytes = zip.read(path);
  return bytes && parseXml(decode({ bytes, name: `${path} in ${name}` }), `${path} in ${name}`);
}

/** A line for each paragraph and each row of a table within an element, blank ones left out. */
function linesOf(element: XmlElement, found: Found): string[] {
  return childrenOf(element).flatMap((child): string[] => {
    if (child.name === 'p') {
      // A text box stands within a paragraph and has paragraphs of its own.
      return runsOf(child, found)
        .split('\n')
        .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
        .filter((line) => line !== '');
    }
    if (child.name === 'tr') {
      if (childOf(child, 'trPr') && childOf(childOf(child, 'trPr') as XmlElement, 'del')) {
        found.deleted++;
        return [];
      }
      const cells = childrenOf(child).filter(({ name }) => name === 'tc' || name === 'sdt');
      return [
        cells
          .map((cell) => linesOf(cell, found).join(' '))
          .filter(Boolean)
          .join(' | '),
      ].filter(Boolean);
    }
    if (child.name === 'del' || child.name === 'moveFrom') {
      found.deleted++;
      return [];
    }
    return linesOf(child, found);
  });
}

/** The text of a paragraph, with line breaks where it has them. */
function runsOf(element: XmlElement, found: Found): string {
  return childrenOf(element)
    .map((child) => runOf(child, found))
    .join('');
}

function runOf(child: XmlElement, found: Found): string {
  switch (child.name) {
    case 't':
      return textOf(child);
    case 'tab':
    case 'ptab':
      return ' ';
    case 'br':
    case 'cr':
      return '\n';
    case 'noBreakHyphen':
      return '‑';
    case 'del':
    case 'moveFrom':
      // A deleted end of a paragraph has no words; it stands in the paragraph's properties.
      if (findElement(child, 'delText') || findElement(child, 't')) found.deleted++;
      return '';
    case 'ins':
    case 'moveTo':
      found.inserted++;
      return runsOf(child, found);
    case 'footnoteReference':
    case 'endnoteReference': {
      found.notes.push({ id: child.attributes.id ?? '', kind: child.name === 'footnoteReference' ? 'footnotes' : 'endnotes' });
      return `[${found.notes.length}]`;
    }
    case 'drawing':
    case 'pict': {
      const box = findElement(child, 'txbxContent');
      if (box) return `\n${linesOf(box, found).join('\n')}\n`;
      found.pictures++;
      return '';
    }
    case 'AlternateContent':
      return runsOf(childOf(child, 'Choice') ?? child, found);
    // Properties hold marks, not words; the code of a field is not its text, which follows it.
    case 'pPr':
    case 'rPr':
    case 'sdtPr':
    case 'instrText':
    case 'delText':
      return '';
    default:
      return runsOf(child, found);
  }
}

/** Footnotes and endnotes in the order in which the text refers to them, numbered as in it. */
function notesOf(zip: ZipFile, found: Found, name: string): string[] {
  const parts = new Map(
    (['footnotes', 'endnotes'] as const)
      .filter((kind) => found.notes.some((note) => note.kind === kind))
      .map((kind) => [kind, part(zip, `word/${kind}.xml`, name)]),
  );
  return found.notes.map(({ id, kind }, place) => {
    const root = parts.get(kind);
    const note = root && childrenOf(root).find(({ attributes }) => attributes.id === id);
    return `[${place + 1}] ${note ? linesOf(note, found).join(' ') : ''}`.trim();
  });
}

function commentsOf(zip: ZipFile, name: string): string[] {
  const root = part(zip, 'word/comments.xml', name);
  if (!root) return [];
  const found: Found = { inserted: 0, deleted: 0, pictures: 0, notes: [] };
  return childrenOf(root, 'comment').flatMap((comment) => {
    const words = linesOf(comment, found).join(' ');
    return words === '' ? [] : [`[Comment by ${comment.attributes.author?.trim() || 'an unnamed author'}] ${words}`];
  });
}

function droppedOf(zip: ZipFile, { inserted, deleted, pictures }: Found, comments: number): string[] {
  const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;
  const margins = [...zip.names].filter((path) => /^word\/(?:header|footer)\d*\.xml$/.test(path)).length;
  return [
    ...(deleted > 0 ? [`${count(deleted, 'tracked deletion')}: that text is left out`] : []),
    ...(inserted > 0 ? [`the marks of ${count(inserted, 'tracked insertion')}: that text is kept, as if accepted`] : []),
    ...(comments > 0 ? [`the places of ${count(comments, 'comment')}: they stand at the end of the text, with their authors`] : []),
    ...(pictures > 0 ? [count(pictures, 'picture')] : []),
    ...(margins > 0 ? ['headers and footers'] : []),
  ];
}

function languageOf(core: XmlElement | null, styles: XmlElement | null): string | null {
  const set = (styles && findElement(styles, 'lang')?.attributes.val) ?? (core && textOf(findElement(core, 'language')).trim());
  return set && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(set) ? set : null;
}
