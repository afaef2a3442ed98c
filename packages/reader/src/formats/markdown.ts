import type { FormatInput, FormatOutput } from '../extraction.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { dateOf } from './date-of.ts';
import { decode } from './decode.ts';
import { htmlText } from './html-text.ts';

/**
 * The words of a Markdown file, a line for each paragraph, heading, list item and row of a table;
 * marks, link addresses and pictures are left out. The lines between `---` at the top (front
 * matter) may give `title`, `publisher` or `source`, `date` or `published`, `language` or `lang`, `url`.
 */
export function readMarkdown(input: FormatInput): FormatOutput {
  const source = decode(input).replace(/\r\n?/g, '\n');
  const { fields, body } = frontMatter(source);
  const counts = { links: 0, pictures: 0 };
  const { lines, heading } = blocksOf(body);
  const text = lines.map((line) => inline(line, counts)).filter((line) => line !== '');
  const whole = text.length > 0 ? text.join('\n') : source;
  const language = fields.get('language') ?? fields.get('lang') ?? detectLanguage(whole);
  const dropped = [
    ...(counts.links > 0 ? [`the addresses of ${counts.links} link${counts.links === 1 ? '' : 's'}`] : []),
    ...(counts.pictures > 0
      ? [`${counts.pictures} picture${counts.pictures === 1 ? '' : 's'}; the words that describe them are kept`]
      : []),
  ];
  return {
    text: whole,
    title: fields.get('title') ?? (heading === null ? null : inline(heading, { links: 0, pictures: 0 })),
    publisher: fields.get('publisher') ?? fields.get('source') ?? null,
    published: dateOf(fields.get('published') ?? fields.get('date')),
    language: language === 'und' ? null : language,
    url: fields.get('url') ?? null,
    dropped,
  };
}

function frontMatter(source: string): { fields: Map<string, string>; body: string } {
  const fields = new Map<string, string>();
  const match = /^---\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(source);
  if (!match || !/^[\w-]+[ \t]*:/.test(match[1] as string)) return { fields, body: source };
  for (const line of (match[1] as string).split('\n')) {
    const field = /^([\w-]+)[ \t]*:[ \t]*(.+)$/.exec(line);
    const value = field?.[2]?.trim().replace(/^(["'])(.*)\1$/, '$2');
    if (field && value) fields.set((field[1] as string).toLowerCase(), value);
  }
  return { fields, body: source.slice(match[0].length) };
}

/** Lines that belong together joined, the marks at their start taken off; code in fences stays as it is. */
function blocksOf(body: string): { lines: string[]; heading: string | null } {
  const lines: string[] = [];
  let heading: string | null = null;
  let paragraph = '';
  let fence: string | null = null;
  const flush = (): void => {
    if (paragraph) lines.push(paragraph);
    paragraph = '';
  };
  for (const raw of withoutComments(body).split('\n')) {
    const line = raw.replace(/^[ \t]*(?:>[ \t]?)+/, '').trim();
    const fenceMark = /^(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== null || fenceMark) {
      flush();
      if (fence === null) fence = fenceMark as string;
      else if (fenceMark?.startsWith(fence)) fence = null;
      else lines.push(raw.trim());
      continue;
    }
    const title = /^#{1,6}[ \t]+(.*?)[ \t]*#*$/.exec(line)?.[1];
    const isUnderlined = /^(?:=+|-+)$/.test(line) && paragraph !== '';
    if (title !== undefined || isUnderlined) {
      if (title !== undefined) flush();
      heading ??= title ?? paragraph;
      if (title) lines.push(title);
      flush();
    } else if (line === '' || /^(?:[-*_][ \t]*){3,}$/.test(line) || /^\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/.test(line))
      flush();
    else if (line.startsWith('|')) {
      flush();
      lines.push(
        line
          .replace(/^\||\|$/g, '')
          .split('|')
          .map((cell) => cell.trim())
          .filter(Boolean)
          .join(' | '),
      );
    } else if (/^(?:[-*+]|\d{1,9}[.)])[ \t]+/.test(line)) {
      flush();
      paragraph = line.replace(/^[-*+][ \t]+(?:\[[ xX]\][ \t]+)?/, '');
    } else if (!/^\[[^\]]+\]:[ \t]*\S/.test(line)) paragraph = paragraph ? `${paragraph} ${line}` : line;
    if (/(?: {2}|\\)$/.test(raw)) {
      paragraph = paragraph.replace(/\\$/, '');
      flush();
    }
  }
  flush();
  return { lines, heading };
}

function withoutComments(body: string): string {
  let kept = '';
  for (let at = 0; ; ) {
    const start = body.indexOf('<!--', at);
    const end = start < 0 ? -1 : body.indexOf('-->', start + 4);
    if (end < 0) return kept + body.slice(at);
    kept += body.slice(at, start);
    at = end + 3;
  }
}

function inline(line: string, counts: { links: number; pictures: number }): string {
  // The lengths are bounded and brackets exclude each other, so that a line of marks is read in good time.
  const text = line
    .replace(/!\[([^\][]{0,1000})\](?:\([^()]{0,2000}\)|\[[^\][]{0,1000}\])/g, (_, words: string) => {
      counts.pictures++;
      return words;
    })
    .replace(/\[([^\][]{1,1000})\](?:\([^()]{0,2000}(?:\([^()]{0,200}\)[^()]{0,200})?\)|\[[^\][]{0,1000}\])/g, (_, words: string) => {
      counts.links++;
      return words;
    })
    .replace(/<((?:https?|mailto):[^>\s]+)>/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.{1,500}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*]{1,500})(?<=\S)\*(?![\w*])/g, '$1')
    .replace(/(?<![\w_])_(?=\S)([^_]{1,500})(?<=\S)_(?![\w_])/g, '$1')
    .replace(/~~(?=\S)(.{1,500}?)(?<=\S)~~/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
  return (/<\/?[a-z][^<>]*>|&(?:#\d+|\w+);/i.test(text) ? htmlText(text).replaceAll('\n', ' ') : text).trim();
}
