import { describe, expect, it } from 'vitest';
import { areaKm2 } from './area.ts';
import type { Position, Zone } from './geometry.ts';
import { overlap } from './overlap.ts';
import { peopleWithin } from './people-within.ts';
import { overlay } from './ready-overlay.test-support.ts';
import { roadLengthWithinKm } from './road-length-within.ts';
import { sitesWithin } from './sites-within.ts';

const square = (x: number, y: number, size: number): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const ZONE: Zone = [[square(34, 31, 0.1), square(34.04, 31.04, 0.02)]];

describe('what lies within a zone', () => {
  it('counts whole cells whole and cut cells by area, as overlaying each cell does', () => {
    const cells = Array.from({ length: 30 * 30 }, (_, at) => ({
      ring: square(33.93 + 0.0071 * (at % 30), 30.93 + 0.0071 * Math.floor(at / 30), 0.0071),
      people: (at * 37) % 101,
    }));
    const plain = cells.reduce(
      (sum, { ring, people }) => sum + (people * areaKm2(overlap(overlay, [[ring]], ZONE))) / areaKm2([[ring]]),
      0,
    );
    expect(Math.abs(peopleWithin(overlay, ZONE, cells) / plain - 1)).toBeLessThan(1e-5);
    expect(peopleWithin(overlay, [], cells)).toBe(0);
  });

  it('tells sites inside, in an enclave, outside, and too near to say', () => {
    const sites = [
      { name: 'in', at: [34.02, 31.02] },
      { name: 'in the enclave', at: [34.05, 31.05] },
      { name: 'out', at: [34.2, 31.05] },
      { name: 'at the border', at: [34.1005, 31.05] },
    ] as const;
    const placed = sitesWithin(ZONE, sites, 100);
    expect(Object.fromEntries(placed.map(({ name, where }) => [name, where]))).toEqual({
      in: 'inside',
      'in the enclave': 'outside',
      out: 'outside',
      'at the border': 'uncertain',
    });
    // 0.0005 degrees of longitude at 31.05 degrees north.
    expect(placed.find(({ name }) => name === 'at the border')?.signedMeters).toBeCloseTo(47.73, 1);
  });

  it('measures the road inside', () => {
    const across = roadLengthWithinKm(overlay, ZONE, [
      [
        [33.9, 31.02],
        [34.3, 31.02],
      ],
    ]);
    expect(across).toBeCloseTo(9.547, 2);
    const throughEnclave = roadLengthWithinKm(overlay, ZONE, [
      [
        [33.9, 31.05],
        [34.3, 31.05],
      ],
    ]);
    expect(throughEnclave).toBeCloseTo(0.8 * 9.544, 2);
  });
});
