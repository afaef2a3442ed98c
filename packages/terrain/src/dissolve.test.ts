import { describe, expect, it } from 'vitest';
import { areaKm2 } from './area.ts';
import { box } from './box.test-support.ts';
import { dissolve } from './dissolve.ts';
import { overlay } from './ready-overlay.test-support.ts';

describe('blocks made into one zone', () => {
  it('have no borders between them, and those that overlap are told', () => {
    const blocks = [
      { name: 'a', zone: box(34, 31, 0.1) },
      { name: 'b', zone: box(34.1, 31, 0.1) },
      { name: 'c', zone: box(34.15, 31, 0.1) },
      { name: 'd', zone: box(36, 31, 0.1) },
    ];
    const { zone, areaKm2: area, sumKm2, overlaps } = dissolve(overlay, blocks);
    expect(zone).toHaveLength(2);
    expect(overlaps.map(({ names }) => names.join())).toEqual(['b,c']);
    expect(overlaps[0]?.areaKm2).toBeCloseTo(areaKm2(box(34.15, 31, 0.05, 0.1)), 3);
    expect(sumKm2 - area).toBeCloseTo(overlaps[0]?.areaKm2 ?? 0, 3);
    expect(dissolve(overlay, [])).toEqual({ zone: [], areaKm2: 0, sumKm2: 0, overlaps: [] });
  });

  it('come together across the antimeridian', () => {
    const blocks = [
      { name: 'west', zone: box(179.9, 0, 0.1) },
      { name: 'east', zone: box(-180, 0, 0.1) },
    ];
    expect(dissolve(overlay, blocks).zone).toHaveLength(1);
  });
});
