import fontkit from '@pdf-lib/fontkit';

/** What fontkit has and its types leave out. */
export interface ShapingFont {
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  getGlyph(id: number, codePoints?: readonly number[]): Glyph;
  layout(text: string, features?: undefined, script?: undefined, language?: undefined, direction?: Direction): GlyphRun;
  createSubset(): FontSubset;
}

export type Direction = 'ltr' | 'rtl';

interface GlyphRun {
  readonly direction: Direction;
  glyphs: readonly Glyph[];
  readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[];
}

interface Glyph {
  readonly id: number;
  readonly codePoints: readonly number[];
  readonly advanceWidth: number;
}

interface FontSubset {
  readonly glyf: Uint8Array[];
  offset: number;
  _addGlyph(id: number): number;
}

/** A font to shape with and to embed. */
export interface MendedFont {
  readonly font: ShapingFont;
  /** Which way the texts run that the font is asked to lay out from now on. */
  runs(direction: Direction): void;
}

/**
 * A font of fontkit, mended in what its way into a document needs:
 *
 * - Letters that share an outline and differ by a dot, as ر and ز do, get a glyph each: text that is copied out of the
 *   document then has the letters that were put in.
 * - Outlines begin at even bytes, as the short table of their places demands. fontkit does not see to it, so that most
 *   letters of a font that packs them closer, as Noto Sans Arabic does, would be blank.
 */
export function mendedFont(bytes: Uint8Array): MendedFont {
  const font = fontkit.create(bytes) as unknown as ShapingFont;
  const letters = new Map<string, Glyph>();
  const outlineOf = new Map<number, number>();
  let direction: Direction = 'ltr';

  const letterOf = ({ id, codePoints, advanceWidth }: Glyph): Glyph => {
    const key = `${id} ${codePoints.join()}`;
    const letter = letters.get(key) ?? { id: FIRST_LETTER + letters.size, codePoints, advanceWidth };
    letters.set(key, letter);
    outlineOf.set(letter.id, id);
    return letter;
  };

  const [getGlyph, layout, createSubset] = [font.getGlyph.bind(font), font.layout.bind(font), font.createSubset.bind(font)];
  // fontkit keeps a glyph with the letter that it first stood for.
  const glyphs = new Map<string, Glyph>();
  font.getGlyph = (id, codePoints = []) => {
    const key = `${id} ${codePoints.join()}`;
    const glyph = glyphs.get(key) ?? Object.create(getGlyph(id, codePoints), { codePoints: { value: codePoints } });
    glyphs.set(key, glyph);
    return glyph;
  };
  font.layout = (text) => {
    const run = layout(text, undefined, undefined, undefined, direction);
    run.glyphs = run.glyphs.map(letterOf);
    return run;
  };
  font.createSubset = () => {
    const subset = createSubset();
    const addGlyph = subset._addGlyph.bind(subset);
    subset._addGlyph = (id) => {
      const at = addGlyph(outlineOf.get(id) ?? id);
      const outline = subset.glyf[at];
      if (outline !== undefined && outline.length % 2 === 1) {
        // fontkit writes only bytes of its own kind.
        subset.glyf[at] = Object.setPrototypeOf(Uint8Array.from([...outline, 0]), Object.getPrototypeOf(outline));
        subset.offset += 1;
      }
      return at;
    };
    return subset;
  };
  return {
    font,
    runs(way) {
      direction = way;
    },
  };
}

/** Beyond the number of any glyph of a font, of which there are 65,536 at most. */
const FIRST_LETTER = 100_000;
