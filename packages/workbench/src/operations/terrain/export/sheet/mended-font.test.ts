import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fontkit from '@pdf-lib/fontkit';
import { describe, expect, it } from 'vitest';
import { mendedFont } from './mended-font.ts';
import { unpackedFont } from './unpacked-font.ts';

const require = createRequire(import.meta.url);
const bytesOf = (name: string): Uint8Array => readFileSync(require.resolve(`@fontsource/${name}-400-normal.woff`));

const FONTS = [
  ['noto-sans-arabic/files/noto-sans-arabic-arabic', 'السلام عليكم: خطّ الوادي، تموز ١٢', 'rtl'],
  ['noto-sans-hebrew/files/noto-sans-hebrew-hebrew', 'מעבר כרם שָׁלוֹם', 'rtl'],
  ['noto-sans/files/noto-sans-latin', 'North strip é (12)', 'ltr'],
] as const;

interface Outlines {
  readonly numGlyphs: number;
  getGlyph(id: number): { readonly path: { toSVG(): string } };
}

describe.each(FONTS)('%s', (name, text, direction) => {
  it('is unpacked into the font that fontkit reads from the file', () => {
    const [unpacked, packed] = [unpackedFont(bytesOf(name)), bytesOf(name)].map((bytes) => fontkit.create(bytes) as unknown as Outlines);
    expect(unpacked?.numGlyphs).toBe(packed?.numGlyphs);
    for (const id of [1, 20, 100]) expect(unpacked?.getGlyph(id).path.toSVG()).toBe(packed?.getGlyph(id).path.toSVG());
  });

  it('has in its subset every outline that it has itself', async () => {
    const bytes = unpackedFont(bytesOf(name));
    const plain = fontkit.create(bytes) as unknown as Outlines & { layout: (...asked: unknown[]) => { glyphs: { id: number }[] } };
    const { font, runs } = mendedFont(bytes);
    runs(direction);
    const subset = font.createSubset() as unknown as {
      includeGlyph(glyph: object): number;
      encodeStream(): NodeJS.ReadableStream;
    };
    const places = font.layout(text).glyphs.map((glyph) => subset.includeGlyph(glyph));
    const parts: Uint8Array[] = [];
    const stream = subset.encodeStream().on('data', (part: Uint8Array) => parts.push(part));
    await once(stream as never, 'end');
    const again = fontkit.create(Buffer.concat(parts)) as unknown as Outlines;
    const asked = plain.layout(text, undefined, undefined, undefined, direction).glyphs;
    expect(places).toHaveLength(asked.length);
    for (const [at, { id }] of asked.entries()) expect(again.getGlyph(places[at] ?? 0).path.toSVG()).toBe(plain.getGlyph(id).path.toSVG());
  });

  it('gives letters that share an outline a glyph each', () => {
    const { font, runs } = mendedFont(unpackedFont(bytesOf(name)));
    runs(direction);
    const byGlyph = Map.groupBy(font.layout(text).glyphs, ({ id }) => id);
    for (const same of byGlyph.values()) expect(new Set(same.map(({ codePoints }) => codePoints.join())).size).toBe(1);
    const read = font.layout(text).glyphs.flatMap(({ codePoints }) => codePoints);
    expect(read.sort()).toEqual([...text].map((letter) => letter.codePointAt(0)).sort());
  });
});
