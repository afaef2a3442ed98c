import { isRightToLeft, plainText } from '@parley/terrain';
import {
  beginText,
  endText,
  type PDFDocument,
  PDFHexString,
  type PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  setFillingRgbColor,
  setFontAndSize,
  setTextMatrix,
  setTextRise,
} from 'pdf-lib';
import type { Direction } from './mended-font.ts';
import { type PlacedGlyph, type SheetFont, sheetFonts } from './sheet-fonts.ts';
import { type TextRun, textRuns } from './text-runs.ts';

export interface TextStyle {
  /** In points. */
  readonly size: number;
  readonly isBold?: boolean;
  /** Red, green and blue from 0 to 1; black where left out. */
  readonly colour?: readonly [number, number, number];
  /** Which way the paragraph runs that a line is of; its first letter decides where left out. */
  readonly direction?: Direction;
}

/** Sets lines of text in any of the scripts that there are fonts for. */
export interface Typesetter {
  /** In points. */
  width(text: string, style: TextStyle): number;
  /** Draws one line that begins at the left, on the line that letters stand on. */
  draw(page: PDFPage, text: string, left: number, baseline: number, style: TextStyle): void;
  /** The lines that a text is broken into to fit a width. */
  wrap(text: string, width: number, style: TextStyle): string[];
  /** Whether something was asked for that no font has. */
  isMissingLetters(): boolean;
}

/** @param text all that will be set, by which it is known which fonts to embed */
export async function typesetter(document: PDFDocument, text: { readonly regular: string; readonly bold: string }): Promise<Typesetter> {
  const fonts = { regular: await sheetFonts(document, `${text.regular}?`, 400), bold: await sheetFonts(document, `${text.bold}?`, 700) };
  const shaped = new Map<string, ShapedRun[]>();
  const named = new WeakMap<PDFPage, Map<SheetFont, PDFName>>();
  let isMissing = false;

  const nameOn = (page: PDFPage, font: SheetFont): PDFName => {
    const names = named.get(page) ?? new Map<SheetFont, PDFName>();
    named.set(page, names);
    const name = names.get(font) ?? page.node.newFontDictionary(font.pdfFont.name, font.pdfFont.ref);
    names.set(font, name);
    return name;
  };

  const runsOf = (words: string, { isBold = false, direction = isRightToLeft(words) ? 'rtl' : 'ltr' }: TextStyle): ShapedRun[] => {
    const key = `${isBold} ${direction} ${words}`;
    const known = shaped.get(key);
    if (known !== undefined) return known;
    const list = isBold ? fonts.bold : fonts.regular;
    const runs = textRuns(plainText(words), direction, (character, before) => fontOf(list, character, before)).map((run): ShapedRun => {
      isMissing ||= run.font === -1;
      // What cannot be drawn is a question mark, so that it is not overlooked.
      const inFont: TextRun = run.font === -1 ? { ...run, text: '?'.repeat([...run.text].length), font: 0 } : run;
      const font = list[inFont.font] as SheetFont;
      return { font, glyphs: font.shape(inFont.text, inFont.direction) };
    });
    shaped.set(key, runs);
    return runs;
  };
  const width = (words: string, style: TextStyle): number =>
    (runsOf(words, style).reduce((sum, { glyphs }) => sum + advanceOf(glyphs), 0) * style.size) / 1000;

  return {
    width,
    draw(page, words, left, baseline, style) {
      const { size, colour = [0, 0, 0] } = style;
      let pen = left;
      for (const { font, glyphs } of runsOf(words, style)) {
        page.pushOperators(...runOperators(glyphs, nameOn(page, font), { left: pen, baseline, size, colour }));
        pen += (advanceOf(glyphs) * size) / 1000;
      }
    },
    wrap(words, most, style) {
      const lines: string[] = [];
      let line = '';
      for (const word of plainText(words).split(/\s+/)) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (line !== '' && width(longer, style) > most) {
          lines.push(line);
          line = word;
        } else line = longer;
      }
      return [...lines, line];
    },
    isMissingLetters: () => isMissing,
  };
}

interface ShapedRun {
  readonly font: SheetFont;
  readonly glyphs: readonly PlacedGlyph[];
}

/** The font of the character before, if it has this one too: so that words are not torn at their spaces and signs. */
function fontOf(fonts: readonly SheetFont[], character: string, before: number): number {
  const last = fonts[before];
  if (last?.has(character) && !last.isLastResort) return before;
  return fonts.findIndex((font) => font.has(character));
}

function advanceOf(glyphs: readonly PlacedGlyph[]): number {
  return glyphs.reduce((sum, { advance }) => sum + advance, 0);
}

/**
 * One run; what stands off its place, such as marks over letters, is moved there. Dots come after all the letters: whoever
 * copies the text out would else find a space at each.
 */
function runOperators(
  glyphs: readonly PlacedGlyph[],
  font: PDFName,
  { left, baseline, size, colour }: { left: number; baseline: number; size: number; colour: readonly [number, number, number] },
): PDFOperator[] {
  const operators = [beginText(), setFillingRgbColor(...colour), setFontAndSize(font, size), setTextMatrix(1, 0, 0, 1, left, baseline)];
  let place = 0;
  const placed = glyphs.map((glyph) => {
    const at = place + glyph.right;
    place += glyph.advance;
    return { ...glyph, at };
  });
  let rise = 0;
  // Where the reader's pen is.
  let pen = 0;
  for (const { code, at, width, up } of [...placed.filter(({ isDot }) => !isDot), ...placed.filter(({ isDot }) => isDot)]) {
    if (up !== rise) operators.push(setTextRise((up * size) / 1000));
    rise = up;
    const back = pen - at;
    if (Math.abs(back) > 0.01) operators.push(PDFOperator.of(PDFOperatorNames.ShowTextAdjusted, [`[${back.toFixed(2)} <${code}>]`]));
    else operators.push(PDFOperator.of(PDFOperatorNames.ShowText, [PDFHexString.of(code)]));
    pen = at + width;
  }
  return [...operators, ...(rise === 0 ? [] : [setTextRise(0)]), endText()];
}
