import { describe, expect, it } from 'vitest';
import { areaKm2 } from './area.ts';
import { box } from './box.test-support.ts';
import type { Zone } from './geometry.ts';
import { pieces } from './pieces.ts';
import { overlay } from './ready-overlay.test-support.ts';
import { zoneMembership } from './zone-membership.ts';

/** Two boxes of some 9.5 km with a strip of `width` degrees between them. */
const dumbbell = (width: number): Zone => overlay.union([box(34, 31, 0.1), box(34.2, 31, 0.1), box(34.05, 31.05 - width / 2, 0.2, width)]);

describe('the pieces of a zone', () => {
  it('are those apart, largest first, and the enclaves, each with a place in it', () => {
    const shell = box(34, 31, 0.1)[0]?.[0] ?? [];
    const hole = box(34.04, 31.04, 0.02)[0]?.[0] ?? [];
    const zone: Zone = [...box(35, 31, 0.02), [shell, hole]];
    const population = [{ ring: hole, people: 7 }];
    const found = pieces(overlay, zone, { population });
    expect(found.pieces.map(({ areaKm2: area }) => area)).toEqual([areaKm2([[shell, hole]]), areaKm2(box(35, 31, 0.02))]);
    expect(found.enclaves).toHaveLength(1);
    expect(found.enclaves[0]?.people).toBeCloseTo(7, 6);
    expect(found.joinedByNecks).toBeNull();
    const inside = zoneMembership(zone);
    for (const { at } of found.pieces) expect(inside.has(at)).toBe(true);
    expect(zoneMembership([[hole]]).has(found.enclaves[0]?.at ?? [0, 0])).toBe(true);
  });

  it('are told apart where only a neck joins them that is narrower than asked', () => {
    // 0.002 degrees of latitude are 222 m.
    const zone = dumbbell(0.002);
    expect(pieces(overlay, zone, { neckMeters: 200 }).joinedByNecks).toEqual([]);
    const parted = pieces(overlay, zone, { neckMeters: 250 });
    expect(parted.pieces).toHaveLength(1);
    expect(parted.joinedByNecks).toHaveLength(2);
    // All of each box but for its corners, which a round thing does not reach.
    for (const { areaKm2: area } of parted.joinedByNecks ?? []) expect(Math.abs(area / areaKm2(box(34, 31, 0.1)) - 1)).toBeLessThan(1e-3);
  });
});
