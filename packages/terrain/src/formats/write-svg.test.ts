import { DOMParser, type Element } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { areaKm2 } from '../area.ts';
import type { Zone } from '../geometry.ts';
import { writeSvg } from './write-svg.ts';
import { LINE, mapOf, PLACE, ZONE } from './written-map.test-support.ts';
import type { WrittenFeature } from './written-map.ts';

function drawn(...features: readonly WrittenFeature[]) {
  const faults: string[] = [];
  const document = new DOMParser({ onError: (_level, message) => faults.push(message) }).parseFromString(
    writeSvg(mapOf(...features)),
    'image/svg+xml',
  );
  expect(faults).toEqual([]);
  return {
    root: document.documentElement,
    all: (tag: string) => [...document.getElementsByTagName(tag)],
    text: [...document.getElementsByTagName('text')].map(({ textContent }) => textContent),
  };
}

describe('a map as SVG', () => {
  it('tells of each map its sources, dates and accuracy, and that it is a claim', () => {
    const { text } = drawn(ZONE, LINE, PLACE);
    expect(text).toContain('Union of <Upper> & "Lower" Valley, second map, phase 1');
    expect(text).toContain('of 2025-07; ±200 m; digitised; source: Letter of 12 July');
    expect(text.some((line) => line?.startsWith('A map is a claim'))).toBe(true);
    expect(text).toContain('Made from: public, team');
    expect(text).toContain('N');
  });

  it('marks labels from right to left as such, and no others', () => {
    const { all } = drawn(ZONE, LINE, PLACE);
    const labels = new Map(all('text').map((label) => [label.textContent, label.getAttribute('direction')]));
    expect(labels.get('خط الوادي (١٢)')).toBe('rtl');
    expect(labels.get('המועצה')).toBe('rtl');
    expect(labels.get('North strip')).toBeNull();
  });

  it('dashes contested borders alone, and fills zones with patterns', () => {
    const { all } = drawn(ZONE, { ...ZONE, id: 'other', mapKey: 'other', contested: false });
    const [contested, plain] = all('g').filter((group) => group.hasAttribute('data-id'));
    const borders = (group: typeof contested | undefined): (string | null)[] =>
      [...(group?.getElementsByTagName('path') ?? [])].flatMap((path) =>
        path.hasAttribute('stroke') ? [path.getAttribute('stroke-dasharray')] : [],
      );
    expect(borders(contested)).toEqual(['7 4']);
    expect(borders(plain)).toEqual([null]);
    const fills = all('path')
      .map((path) => path.getAttribute('fill'))
      .filter((fill) => fill?.startsWith('url'));
    expect(new Set(fills).size).toBe(2);
    const ids = all('pattern').map((pattern) => `url(#${pattern.getAttribute('id')})`);
    for (const fill of fills) expect(ids).toContain(fill);
  });

  it('keeps what is known of a feature with its drawing', () => {
    const [group] = drawn(ZONE)
      .all('g')
      .filter((one) => one.hasAttribute('data-id'));
    expect(group?.getAttribute('data-accuracy-meters')).toBe('200');
    expect(group?.getAttribute('data-p-code')).toBe('XX-01');
    expect(group?.getAttribute('data-compartment')).toBe('public');
  });

  it.each([0, 31, 60])('draws to scale, in equal areas, at %d degrees north', (south) => {
    const zone = square(south);
    const { all, text } = drawn({ ...ZONE, coordinates: zone });
    const bar = all('path').map((path) => /v6h([\d.]+)v-6/.exec(path.getAttribute('d') ?? '')?.[1]);
    const kilometers = text.map((words) => /^([\d.]+) km$/.exec(words ?? '')?.[1]);
    const kilometersPerUnit = Number(kilometers.find(Boolean)) / Number(bar.find(Boolean));
    const ratio = (shoelace(outlineOf(all('path'))) * kilometersPerUnit ** 2) / areaKm2(zone);
    expect(ratio).toBeGreaterThan(0.998);
    expect(ratio).toBeLessThan(1.002);
  });

  it('draws a map across the antimeridian in one piece', () => {
    const ring = [
      [179, 0],
      [-179, 0],
      [-179, 1],
      [179, 1],
      [179, 0],
    ] as const;
    const outline = outlineOf(drawn({ ...ZONE, coordinates: [[ring]] }).all('path'));
    expect(outline.match(/M/g)).toHaveLength(1);
    const across = [...outline.matchAll(/[ML]([\d.]+) /g)].map(([, x]) => Number(x));
    expect(Math.max(...across) - Math.min(...across)).toBeGreaterThan(500);
  });

  it('says so where there is nothing to draw', () => {
    expect(drawn().text).toContain('There are no features in this map.');
  });

  it('holds text as text', () => {
    const { text, all } = drawn({ ...ZONE, name: { en: '"><script>x</script>\u0007' }, source: "'<b>'" });
    expect(all('script')).toHaveLength(0);
    expect(text).toContain('"><script>x</script>');
  });
});

/** The border of the first zone. */
function outlineOf(paths: readonly Element[]): string {
  const border = paths.find((path) => path.getAttribute('fill') === 'none' && path.getAttribute('stroke-width') === '2');
  return border?.getAttribute('d') ?? '';
}

function square(south: number): Zone {
  return [
    [
      [
        [10, south],
        [11, south],
        [11, south + 1],
        [10, south + 1],
        [10, south],
      ],
    ],
  ];
}

function shoelace(path: string): number {
  const points = [...path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  const sum = points.slice(1).reduce((total, [x, y], at) => total + ((points[at]?.[0] ?? 0) * y - x * (points[at]?.[1] ?? 0)), 0);
  return Math.abs(sum) / 2;
}
