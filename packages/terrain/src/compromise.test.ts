import { describe, expect, it } from 'vitest';
import { areaKm2 } from './area.ts';
import { type CompromiseLine, compromise, compromiseBetweenLines } from './compromise.ts';
import { difference } from './difference.ts';
import { lengthMeters } from './distance.ts';
import type { Line, Position, Zone } from './geometry.ts';
import { overlap } from './overlap.ts';
import { peopleWithin } from './people-within.ts';
import { overlay } from './ready-overlay.test-support.ts';

const band = (south: number, north: number): Zone => [
  [
    [
      [34, south],
      [34.2, south],
      [34.2, north],
      [34, north],
      [34, south],
    ],
  ],
];

describe('a line between two lines', () => {
  it.each([0.25, 0.5, 0.75])('gives up the share asked for to four decimals: %d', (share) => {
    const [first, second] = [band(31, 31.2), band(31, 31.1)];
    const front = (latitude: number): Line[] => [
      [
        [34, latitude],
        [34.2, latitude],
      ],
    ];
    const { lines } = compromise(overlay, first, second, { shares: [share], cells: 60, fronts: [front(31.2), front(31.1)] });
    const found = lines[0] as CompromiseLine;
    const left = areaKm2(difference(overlay, first, found.zone)) / areaKm2(difference(overlay, first, second));
    expect(left.toFixed(4)).toBe(share.toFixed(4));
    expect(found.share.toFixed(4)).toBe(share.toFixed(4));
    // Between parallel lines it is parallel to them.
    const latitudes = found.line.flat().map(([, latitude]) => latitude);
    for (const latitude of latitudes) expect(Math.abs(latitude - (31.2 - 0.1 * share))).toBeLessThan(2e-4);
    expect(
      Math.abs(
        found.line.reduce((sum, line) => sum + lengthMeters(line), 0) /
          lengthMeters([
            [34, 31.15],
            [34.2, 31.15],
          ]) -
          1,
      ),
    ).toBeLessThan(0.01);
  });

  it('lies between where one zone has more here and the other there', () => {
    const corner: Zone = [
      [
        [
          [34, 31],
          [34.1, 31.0],
          [34.1, 31.2],
          [34, 31.2],
          [34, 31],
        ],
      ],
    ];
    const wide = band(31.05, 31.15);
    const { zone, share } = compromise(overlay, corner, wide, { shares: [0.5], cells: 80 }).lines[0] as CompromiseLine;
    expect(share).toBeCloseTo(0.5, 4);
    const both = areaKm2(overlap(overlay, corner, wide));
    expect(areaKm2(overlap(overlay, zone, overlap(overlay, corner, wide)))).toBeCloseTo(both, 2);
    const inNeither = difference(overlay, difference(overlay, zone, corner), wide);
    expect(areaKm2(inNeither)).toBeLessThan(1e-3);
  });

  it('shares out people where people are what is measured', () => {
    const [first, second] = [band(31, 31.2), band(31, 31.1)];
    const cell = (west: number, south: number): Position[] => [
      [west, south],
      [west + 0.02, south],
      [west + 0.02, south + 0.02],
      [west, south + 0.02],
      [west, south],
    ];
    const cells = Array.from({ length: 50 }, (_, at) => ({
      ring: cell(34 + 0.02 * (at % 10), 31.1 + 0.02 * Math.floor(at / 10)),
      people: 1 + at,
    }));
    const { lines, contestedPeople } = compromise(overlay, first, second, { by: 'people', population: cells, cells: 40 });
    const all = peopleWithin(overlay, difference(overlay, first, second), cells);
    expect(contestedPeople).toBeCloseTo(all, 1);
    for (const { zone, shareAsked, shareOfPeople } of lines) {
      const left = peopleWithin(overlay, difference(overlay, first, zone), cells) / all;
      expect(left.toFixed(4)).toBe(shareAsked.toFixed(4));
      expect(shareOfPeople?.toFixed(4)).toBe(shareAsked.toFixed(4));
    }
  });

  it('divides the ground between two lines that are no borders of zones, whichever way they run and however they are cut', () => {
    const south: Line = Array.from({ length: 21 }, (_, at): Position => [34 + 0.01 * at, 31 + 0.01 * Math.sin(at)]);
    const north: Line = Array.from({ length: 21 }, (_, at): Position => [34 + 0.01 * at, 31.1]);
    const ring = [...south, ...[...north].reverse(), south[0] as Position];
    const wholeKm2 = areaKm2([[ring]]);
    for (const first of [[south], [[...south].reverse()], [south.slice(10), south.slice(0, 11)]]) {
      const { lines, contestedKm2, told, note } = compromiseBetweenLines(overlay, first, [north], { cells: 60 });
      expect(contestedKm2).toBeCloseTo(wholeKm2, 2);
      expect(told.join()).toMatch(/straight edges/);
      expect(note.definition).toMatch(/not a proposal by Parley/);
      for (const { zone, shareAsked, line } of lines) {
        expect((areaKm2(zone) / wholeKm2).toFixed(4)).toBe(shareAsked.toFixed(4));
        // From one side of the ground to the other, between the two.
        expect(line).toHaveLength(1);
        const places = line.flat();
        expect(Math.min(...places.map(([x]) => x))).toBeCloseTo(34, 3);
        expect(Math.max(...places.map(([x]) => x))).toBeCloseTo(34.2, 3);
        expect(Math.max(...places.map(([, y]) => y))).toBeLessThan(31.1);
      }
    }
  });

  it('counts all that lies between lines that cross', () => {
    const straight: Line = Array.from({ length: 41 }, (_, at): Position => [34 + 0.01 * at, 31]);
    const wave: Line = straight.map(([x], at): Position => [x, 31 + 0.02 * Math.sin((at * Math.PI) / 20)]);
    const { contestedKm2, lines } = compromiseBetweenLines(overlay, [straight], [wave], { shares: [0.5], cells: 200 });
    const half = areaKm2([[[...wave.slice(0, 21), wave[0] as Position]]]);
    expect(contestedKm2).toBeCloseTo(2 * half, 1);
    expect(lines[0]?.share.toFixed(4)).toBe('0.5000');
  });

  it('is one line and no scraps where the two begin at one place and run together before they part', () => {
    const together: Line = [
      [35.0494778, 33.1094861],
      [35.0371833, 33.1146472],
      [34.8825667, 33.1720361],
    ];
    const first: Line = [...together, [33.8944444, 33.6444444]];
    const second: Line = [...together, [33.7691056, 33.5308806]];
    const { lines, told, contestedKm2 } = compromiseBetweenLines(overlay, [first], [second], { cells: 80 });
    expect(lines.map(({ share }) => share.toFixed(4))).toEqual(['0.2500', '0.5000', '0.7500']);
    for (const { line, zone, share } of lines) {
      expect(line).toHaveLength(1);
      expect(zone).toHaveLength(1);
      expect(areaKm2(zone) / contestedKm2).toBeCloseTo(share, 8);
      // From where the ends were joined nearly to where the two part: what is narrower than the grid has no line.
      expect(lengthMeters(line[0] as Line)).toBeGreaterThan(85_000);
    }
    expect(told.join()).toMatch(/shorter than \d+ m, \d+ m together, were left out/);
  });

  it('is drawn through small patches too where there is nothing but them', () => {
    const straight: Line = Array.from({ length: 121 }, (_, at): Position => [34 + 0.002 * at, 31]);
    const wave: Line = straight.map(([x], at): Position => [x, 31 + 0.0005 * Math.sin((at * Math.PI) / 2)]);
    const { lines } = compromiseBetweenLines(overlay, [straight], [wave], { shares: [0.5], cells: 60 });
    expect(lines[0]?.share.toFixed(4)).toBe('0.5000');
    expect(lines[0]?.line.length).toBeGreaterThan(0);
  });

  it('divides between rings, and across the antimeridian', () => {
    const ring = (size: number, turn = 0): Line =>
      [
        [-size, -size],
        [size, -size],
        [size, size],
        [-size, size],
        [-size, -size],
      ].map(([x = 0, y = 0]): Position => [180 + x + turn, y]);
    const { contestedKm2, lines } = compromiseBetweenLines(overlay, [ring(0.2)], [ring(0.1, -360)], { shares: [0.5], cells: 80 });
    expect(contestedKm2).toBeCloseTo(areaKm2([[ring(0.2)]]) - areaKm2([[ring(0.1)]]), 1);
    expect(lines[0]?.share.toFixed(4)).toBe('0.5000');
  });

  it('is refused where nothing is contested, where nobody lives, and for a share that is none', () => {
    expect(() => compromise(overlay, band(31, 31.1), band(31, 31.1))).toThrow(/nothing is contested/);
    expect(() => compromise(overlay, band(31, 31.2), band(31, 31.1), { shares: [1.5] })).toThrow(/1.5 is no share/);
    expect(() => compromise(overlay, band(31, 31.2), band(31, 31.1), { by: 'people', population: [] })).toThrow(/nobody is counted/);
    const line: Line = [
      [34, 31],
      [34.1, 31],
    ];
    expect(() => compromiseBetweenLines(overlay, [line], [line])).toThrow(/no ground between/);
  });
});
