import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areaKm2 } from './area.ts';
import { contested } from './contested.ts';
import type { Position, Zone } from './geometry.ts';
import { overlay } from './ready-overlay.test-support.ts';

const strip = (from: number, to: number): Zone => [
  [
    [
      [from, 31],
      [to, 31],
      [to, 31.1],
      [from, 31.1],
      [from, 31],
    ],
  ],
];

it('tells for each set of parties what they claim and the others do not', () => {
  const { parts, totals } = contested(overlay, [
    { party: 'a', zone: strip(34, 34.3) },
    { party: 'b', zone: strip(34.1, 34.4) },
    { party: 'c', zone: strip(34.2, 34.4) },
    { party: 'c', zone: strip(34.4, 34.5) },
  ]);
  const tenth = areaKm2(strip(34, 34.1));
  expect(parts.map(({ parties }) => parties.join('')).sort()).toEqual(['a', 'ab', 'abc', 'bc', 'c']);
  for (const part of parts) expect(part.areaKm2.value).toBeCloseTo(tenth, 4);
  expect(totals.claimed.areaKm2.value).toBeCloseTo(5 * tenth, 4);
  expect(totals.byOneKm2 + totals.bySeveralKm2).toBeCloseTo(totals.claimed.areaKm2.value, 4);
  for (const { claimed, aloneKm2, contestedKm2 } of totals.parties) expect(aloneKm2 + contestedKm2).toBeCloseTo(claimed.areaKm2.value, 4);
});

it('has bands that hold what the parts may be, and counts people in them', () => {
  const population = [{ ring: strip(34, 34.4)[0]?.[0] ?? [], people: 400 }];
  const claims = (east: number, west: number, accuracyMeters: number) => [
    { party: 'a', zone: strip(34, east), accuracyMeters },
    { party: 'b', zone: strip(west, 34.4), accuracyMeters },
  ];
  const drawn = contested(overlay, claims(34.3, 34.1, 100), { population });
  // Both borders moved by 95 m of longitude, well within what they may be off.
  for (const [east, west] of [
    [34.301, 34.101],
    [34.299, 34.099],
    [34.301, 34.099],
    [34.299, 34.101],
  ] as const) {
    const moved = contested(overlay, claims(east, west, 0), { population });
    for (const [at, part] of moved.parts.entries()) {
      const band = drawn.parts[at];
      expect(band?.parties).toEqual(part.parties);
      expect(part.areaKm2.value).toBeGreaterThan(band?.areaKm2.low ?? Infinity);
      expect(part.areaKm2.value).toBeLessThan(band?.areaKm2.high ?? 0);
    }
  }
  expect(drawn.parts.map(({ people }) => Math.round(people?.value ?? 0))).toEqual([100, 100, 200]);
});

it('takes claims on either side of the antimeridian for one ground, however their longitudes are written', () => {
  const { parts } = contested(overlay, [
    { party: 'a', zone: strip(179.9, 180.1) },
    { party: 'b', zone: [...strip(179.9, 180), ...strip(-180, -179.9)] },
    { party: 'c', zone: strip(-180.1, -179.9) },
  ]);
  expect(parts.map(({ parties }) => parties.join(''))).toEqual(['abc']);
  expect(parts[0]?.zone).toHaveLength(1);
});

it('adds up for any number of claims of any shape', () => {
  const degrees = fc.double({ min: 0, max: 0.3, noNaN: true });
  // Triangles, some of which cross themselves into nothing.
  const claim = fc.record({
    party: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    corners: fc.array(fc.tuple(degrees, degrees), { minLength: 3, maxLength: 6 }),
  });
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 6 }), (drawn) => {
      const claims = drawn.map(({ party, corners }) => {
        const ring = corners.map(([x, y]): Position => [34 + x, 31 + y]);
        return { party, zone: overlay.repair([[[...ring, ring[0] as Position]]]) };
      });
      const { parts, totals } = contested(overlay, claims);
      const scale = Math.max(1, totals.claimed.areaKm2.value);
      const all = parts.reduce((sum, part) => sum + part.areaKm2.value, 0);
      expect(Math.abs(all - totals.claimed.areaKm2.value) / scale).toBeLessThan(1e-6);
      expect(Math.abs(totals.byOneKm2 + totals.bySeveralKm2 - all)).toBeLessThan(1e-9);
      for (const { claimed, aloneKm2, contestedKm2 } of totals.parties)
        expect(Math.abs(aloneKm2 + contestedKm2 - claimed.areaKm2.value) / scale).toBeLessThan(1e-6);
      expect(new Set(parts.map(({ parties }) => parties.join())).size).toBe(parts.length);
    }),
    { numRuns: 40, seed: 7 },
  );
});
