import { UserError } from '@parley/model';
import type { FormatOutput } from '../extraction.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { dateOf } from './date-of.ts';

/** What the columns of a table of reports may be called; case, spaces and marks do not count. */
const COLUMN_NAMES = {
  text: [
    'text',
    'body',
    'content',
    'fulltext',
    'articletext',
    'articlebody',
    'article',
    'report',
    'texte',
    'texto',
    'текст',
    'النص',
    'نص',
    'טקסט',
    'תוכן',
  ],
  title: ['title', 'headline', 'subject', 'titre', 'titulo', 'título', 'заголовок', 'العنوان', 'عنوان', 'כותרת'],
  publisher: [
    'publisher',
    'source',
    'outlet',
    'newspaper',
    'agency',
    'medium',
    'éditeur',
    'fuente',
    'издание',
    'источник',
    'видання',
    'джерело',
    'الناشر',
    'المصدر',
    'מקור',
  ],
  published: [
    'published',
    'date',
    'publicationdate',
    'publisheddate',
    'pubdate',
    'publishedat',
    'publishedon',
    'day',
    'fecha',
    'дата',
    'التاريخ',
    'تاريخ',
    'תאריך',
  ],
  url: ['url', 'link', 'address', 'href', 'weblink', 'webaddress', 'lien', 'enlace', 'ссылка', 'посилання', 'الرابط', 'رابط', 'קישור'],
  language: ['language', 'lang', 'langue', 'idioma', 'язык', 'мова', 'اللغة', 'لغة', 'שפה'],
} as const;

type Column = keyof typeof COLUMN_NAMES;
type Columns = Partial<Record<Column, number>>;

/** A row of cells as text, and the number that it has in its file. */
export interface Row {
  number: number;
  cells: string[];
}

/** Which of a table's columns hold what, by the names in its first row; the first that fits counts. */
export function columnsOf(names: readonly string[]): Columns {
  const plain = names.map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
  const columns: Columns = {};
  for (const [column, known] of Object.entries(COLUMN_NAMES) as [Column, readonly string[]][]) {
    // By the order of the known names: "text" is the text, though a column "report" may hold its number.
    const name = known.find((one) => plain.includes(one));
    if (name !== undefined) columns[column] = plain.indexOf(name);
  }
  return columns;
}

/**
 * A report for each row under the first, which names the columns. Rows without text are passed over
 * and told with the first report. Throws a UserError where there is no column of text, or no text in it.
 */
export function reportRows([head, ...rows]: readonly Row[], name: string): FormatOutput[] {
  const names = head?.cells ?? [];
  const columns = columnsOf(names);
  const { text: textColumn } = columns;
  if (textColumn === undefined) {
    const found = names.filter((one) => one.trim() !== '').map((one) => `"${one.trim().slice(0, 40)}"`);
    throw new UserError(`${name} has no column of text; its columns are ${found.slice(0, 30).join(', ') || 'without names'}`, {
      cure: 'name the column that holds the reports "text" in the first row; "title", "publisher", "published" and "url" are read too',
    });
  }
  const without: number[] = [];
  const read = rows.flatMap((row) => {
    const text = row.cells[textColumn]?.replace(/\r\n?/g, '\n').trim() ?? '';
    if (text !== '') return reportOf(row, text, { columns, names });
    if (row.cells.some((cell) => cell.trim() !== '')) without.push(row.number);
    return [];
  });
  const [first] = read;
  if (!first)
    throw new UserError(`${name} has ${rows.length} rows under "${names[textColumn]}", none of which has text`, {
      cure: 'give a table with reports in that column',
    });
  if (without.length > 0)
    first.dropped.push(
      `row${without.length === 1 ? '' : 's'} ${without.slice(0, 40).join(', ')}${without.length > 40 ? ' …' : ''}: without text`,
    );
  return read;
}

function reportOf({ cells }: Row, text: string, { columns, names }: { columns: Columns; names: readonly string[] }): FormatOutput {
  const cell = (column: Column): string | null => {
    const place = columns[column];
    return place === undefined ? null : cells[place]?.trim() || null;
  };
  const given = cell('published');
  const published = dateOf(given);
  const tag = cell('language');
  const language = tag !== null && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(tag) ? tag : detectLanguage(text);
  const used = new Set(Object.values(columns));
  const unread = names.filter((_, at) => !used.has(at) && cells[at]?.trim()).map((one, at) => one.trim() || `column ${at + 1}`);
  return {
    text,
    title: cell('title'),
    publisher: cell('publisher'),
    published,
    language: language === 'und' ? null : language,
    url: cell('url'),
    dropped: [
      ...(given !== null && published === null ? [`the date “${given.slice(0, 80)}”, which is no date or may be read in two ways`] : []),
      ...(unread.length > 0 ? [`the columns ${unread.map((one) => `“${one.slice(0, 40)}”`).join(', ')}`.slice(0, 500)] : []),
    ],
  };
}
