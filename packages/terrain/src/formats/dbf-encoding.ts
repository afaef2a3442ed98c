/**
 * The encoding of the table of a Shapefile. A .cpg names it, as programs of the last twenty years write it; before that
 * there was a code in the head of the table, or nothing, and the tables of each country were in its own encoding.
 */
import { decodedAs } from './decode-text.ts';

export interface TableEncoding {
  /** A name of the Encoding Standard. */
  readonly encoding: string;
  /** What a person should know, where the file does not say it itself. */
  readonly told: readonly string[];
}

/**
 * @param declared what the .cpg says; null where there is none
 * @param driver the code of the encoding in the head of the table; 0 for none
 * @param texts the texts of the table that are not plain ASCII
 */
export function tableEncoding(declared: string | null, driver: number, texts: readonly Uint8Array[]): TableEncoding {
  if (declared !== null) {
    const named = encodingByName(declared);
    if (named !== null) return { encoding: named, told: [] };
    const { encoding } = withoutName(driver, texts);
    return {
      encoding,
      told: [`its .cpg names the encoding "${declared.trim().slice(0, 40)}", which is not known; names are read as ${encoding}`],
    };
  }
  return withoutName(driver, texts);
}

function withoutName(driver: number, texts: readonly Uint8Array[]): TableEncoding {
  if (texts.length === 0) return { encoding: 'utf-8', told: [] };
  const told = (encoding: string, why: string): TableEncoding => ({
    encoding,
    told: [`names are read as ${encoding}, ${why}; there is no .cpg that says so`],
  });
  // Text in another encoding is hardly ever right UTF-8 by chance.
  if (texts.every((text) => decodedAs('utf-8', wholeLetters(text)) !== null)) return told('utf-8', 'which they fit');
  const byDriver = DRIVERS[driver];
  if (byDriver !== undefined) return told(byDriver, 'as the head of the table says');
  return told(...byLook(texts));
}

/** A column holds so many bytes, and cuts a letter of several in two. */
export function wholeLetters(text: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= text.length; back++) {
    const byte = text[text.length - back] as number;
    if (byte < 0x80) return text;
    if (byte < 0xc0) continue;
    const due = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return due > back ? text.subarray(0, text.length - back) : text;
  }
  return text;
}

/**
 * Of the pages of eight bits that are in use where a table has no code. Letters of a Latin alphabet with signs stand
 * among plain ones; those of others stand together. Hebrew has its letters from E0 to FA; Arabic hardly any from EE on,
 * where Cyrillic has its most common ones.
 */
function byLook(texts: readonly Uint8Array[]): [encoding: string, why: string] {
  let high = 0;
  let beside = 0;
  let hebrew = 0;
  let fromEe = 0;
  for (const text of texts) {
    for (const [at, byte] of text.entries()) {
      if (byte < 0x80) continue;
      high++;
      if ((text[at - 1] ?? 0) >= 0x80 || (text[at + 1] ?? 0) >= 0x80) beside++;
      if (byte >= 0xe0 && byte <= 0xfa) hebrew++;
      if (byte >= 0xee) fromEe++;
    }
  }
  if (beside < 0.6 * high) return ['windows-1252', 'the page of Western Europe'];
  if (hebrew > 0.97 * high) return ['windows-1255', 'as Hebrew by the look of them'];
  if (fromEe < 0.05 * high) return ['windows-1256', 'as Arabic by the look of them'];
  return ['windows-1251', 'as Cyrillic by the look of them'];
}

function encodingByName(declared: string): string | null {
  const name = declared.trim().toLowerCase();
  const digits = name.replace(/\D+/g, '');
  if (/utf-?8|^65001$/.test(name)) return 'utf-8';
  const iso = /^(?:iso[-_ ]?)?8859[-_ ]?(\d{1,2})$/.exec(name);
  const found = iso === null ? (PAGES[digits] ?? name) : `iso-8859-${iso[1]}`;
  return decodedAs(found, new Uint8Array()) === null ? null : found;
}

const PAGES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from({ length: 9 }, (_, page) => [`125${page}`, `windows-125${page}`])),
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
};

/** The codes of the dBASE language driver; that of Western Europe is left out, as programs wrote it whatever the text was. */
const DRIVERS: Readonly<Record<number, string>> = {
  38: 'ibm866',
  77: 'gbk',
  78: 'euc-kr',
  79: 'big5',
  80: 'windows-874',
  101: 'ibm866',
  120: 'big5',
  121: 'euc-kr',
  122: 'gbk',
  123: 'shift_jis',
  124: 'windows-874',
  125: 'windows-1255',
  126: 'windows-1256',
  200: 'windows-1250',
  201: 'windows-1251',
  202: 'windows-1254',
  203: 'windows-1253',
  204: 'windows-1257',
};
