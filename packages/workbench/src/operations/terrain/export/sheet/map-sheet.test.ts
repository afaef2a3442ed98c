import { extractAll } from '@parley/reader';
import type { WrittenFeature, WrittenMap } from '@parley/terrain';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { mapSheet } from './map-sheet.ts';

const NOW = new Date('2031-03-01T08:00:00Z');

function zone(id: string, name: WrittenFeature['name'], more: Partial<WrittenFeature> = {}): WrittenFeature {
  const ring = [
    [34, 31],
    [34.1, 31],
    [34.1, 31.1],
    [34, 31.1],
    [34, 31],
  ] as const;
  return { id, name, shape: 'zone', coordinates: [[ring]], mapKey: 'a', compartment: 'public', ...more };
}

const mapOf = (title: string, ...features: WrittenFeature[]): WrittenMap => ({ title, features, compartments: ['public'], told: [] });

async function textOf(map: WrittenMap): Promise<{ text: string; pages: number }> {
  const bytes = await mapSheet(map, null, NOW);
  const [read] = await extractAll(bytes, { fileName: 'map.pdf' });
  return { text: read?.text ?? '', pages: (await PDFDocument.load(bytes)).getPageCount() };
}

describe('a sheet', () => {
  it('has Arabic with its marks and Hebrew beside Latin, and a title in either', async () => {
    for (const title of ['خرائط الوادي', 'מפות העמק']) {
      const { text } = await textOf(
        mapOf(title, zone('1', { ar: 'مخيّم السلام' }, { party: 'המועצה', mapKey: 'b' }), zone('2', { en: 'Čapljina – Škrip' })),
      );
      for (const words of [title, 'مخيّم السلام', 'המועצה', 'Čapljina – Škrip']) expect(text).toContain(words);
      expect(text).not.toContain('no font');
    }
  });

  it('has Ukrainian, Russian and Greek', async () => {
    const { text } = await textOf(mapOf('Лінія розмежування', zone('1', { ru: 'Линия №5, съезд' }), zone('2', { el: 'Πράσινη Γραμμή' })));
    for (const words of ['Лінія розмежування', 'Линия №5, съезд', 'Πράσινη Γραμμή']) expect(text).toContain(words);
    expect(text).not.toContain('no font');
  });

  it('says so where it has no font for a letter', async () => {
    const { text } = await textOf(mapOf('Maps', zone('1', { ko: '군사분계선 5' })));
    expect(text).toContain('????? 5');
    expect(text).toContain('Letters that this sheet has no font for');
  });

  it('goes on over as many pages as the features need, and names each', async () => {
    const many = Array.from({ length: 70 }, (_, at) => zone(String(at), { en: `Block ${at} of the list` }));
    const { text, pages } = await textOf(mapOf('Maps', ...many));
    expect(pages).toBeGreaterThan(1);
    for (const at of [0, 35, 69]) expect(text).toContain(`Block ${at} of the list`);
  });

  it('is a sheet where there are no features too, and where a name has control characters', async () => {
    expect((await textOf(mapOf('Maps'))).text).toContain('There are no features in this map.');
    expect((await textOf(mapOf('Maps\u0000\u202e', zone('1', { en: 'Zone\u0007 one' })))).text).toContain('Zone one');
  });
});
