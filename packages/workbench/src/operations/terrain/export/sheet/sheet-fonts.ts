import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type PDFDocument, type PDFFont, StandardFonts } from 'pdf-lib';
import { type Direction, type MendedFont, mendedFont, type ShapingFont } from './mended-font.ts';
import { unpackedFont } from './unpacked-font.ts';

/** A glyph where it stands, in thousandths of the size; the pen moves on by `advance`. */
export interface PlacedGlyph {
  /** As the font within the document numbers it, in hexadecimal. */
  readonly code: string;
  readonly advance: number;
  /** How wide the document holds it to be, which is where a reader puts the next one. */
  readonly width: number;
  readonly right: number;
  readonly up: number;
  /** A dot that belongs to the letter beside it, and stands for nothing by itself. */
  readonly isDot: boolean;
}

/** A font of a sheet. */
export interface SheetFont {
  readonly pdfFont: PDFFont;
  /** It is of another kind than the others, and so is used for nothing that one of them has. */
  readonly isLastResort: boolean;
  has(character: string): boolean;
  /** Glyphs from left to right of a text that runs one way. */
  shape(text: string, direction: Direction): PlacedGlyph[];
}

const { resolve } = createRequire(import.meta.url);

/**
 * Noto Sans (Open Font License) by script. WOFF and not WOFF2: fontkit reads both, but makes no subset of the second. There
 * are no letters of India or of the Far East among them.
 */
const SCRIPTS = [
  'noto-sans/files/noto-sans-latin',
  'noto-sans/files/noto-sans-latin-ext',
  'noto-sans-hebrew/files/noto-sans-hebrew-hebrew',
  'noto-sans-arabic/files/noto-sans-arabic-arabic',
  'noto-sans/files/noto-sans-cyrillic',
  'noto-sans/files/noto-sans-cyrillic-ext',
  'noto-sans/files/noto-sans-greek',
];

/** The fonts, in regular and bold, that the characters ask for: none else is embedded, and of these what is used alone. */
export async function sheetFonts(document: PDFDocument, text: string, weight: 400 | 700): Promise<SheetFont[]> {
  const left = new Set(text.replace(/\s/g, ''));
  const fonts: SheetFont[] = [];
  for (const script of SCRIPTS) {
    const bytes = unpackedFont(readFileSync(resolve(`@fontsource/${script}-${weight}-normal.woff`)));
    const mended = mendedFont(bytes);
    const used = [...left].filter((character) => hasGlyph(mended.font, character));
    if (used.length === 0 && fonts.length > 0) continue;
    for (const character of used) left.delete(character);
    document.registerFontkit({ create: () => mended.font as never });
    fonts.push(notoFont(await document.embedFont(bytes, { subset: true }), mended));
  }
  // What Noto's Latin part lacks of Latin 1, such as ² and ±, every reader has by itself.
  if (left.size > 0)
    fonts.push(standardFont(await document.embedFont(weight === 700 ? StandardFonts.HelveticaBold : StandardFonts.Helvetica)));
  return fonts;
}

function notoFont(pdfFont: PDFFont, { font, runs }: MendedFont): SheetFont {
  const perThousand = 1000 / font.unitsPerEm;
  return {
    pdfFont,
    isLastResort: false,
    has: (character) => hasGlyph(font, character),
    shape(text, direction) {
      runs(direction);
      // The document lays the text out by the same font, and so numbers the glyphs in the same order.
      const codes = pdfFont.encodeText(text).asString().match(/.{4}/g) ?? [];
      const { glyphs, positions, direction: way } = font.layout(text);
      const placed = glyphs.map(({ advanceWidth, codePoints }, at): PlacedGlyph => {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
        return {
          code: codes[at] ?? '0000',
          advance: xAdvance * perThousand,
          width: advanceWidth * perThousand,
          right: xOffset * perThousand,
          up: yOffset * perThousand,
          isDot: codePoints.length === 0,
        };
      });
      return way === direction ? placed : placed.reverse();
    },
  };
}

function standardFont(pdfFont: PDFFont): SheetFont {
  const known = new Set(pdfFont.getCharacterSet());
  return {
    pdfFont,
    isLastResort: true,
    has: (character) => known.has(character.codePointAt(0) ?? 0),
    shape(text, direction) {
      const placed = [...text].map((character): PlacedGlyph => {
        const width = pdfFont.widthOfTextAtSize(character, 1000);
        return { code: pdfFont.encodeText(character).asString(), advance: width, width, right: 0, up: 0, isDot: false };
      });
      return direction === 'rtl' ? placed.reverse() : placed;
    },
  };
}

function hasGlyph(font: ShapingFont, character: string): boolean {
  return font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}
