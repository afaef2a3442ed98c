import { expect, it } from 'vitest';
import { compareLines } from './compare-lines.ts';
import type { Line } from './geometry.ts';

const drawn = (name: string, line: Line, accuracyMeters: number | null = null) => ({ name, lines: [line], accuracyMeters });
/** A thousandth of a degree of latitude is 110.6 m at the equator. */
const along = (latitude: number, west = 34): Line => [
  [west, latitude],
  [west + 0.2, latitude],
];

it('tells by how much and to which side of the first line the second lies, with a band', () => {
  const [line, north, south] = [drawn('line', along(0), 20), drawn('north', along(0.001), 30), drawn('south', along(-0.001))];
  expect(compareLines(line, north).lineShift?.drawn.signedMeanMeters).toBeCloseTo(-110.57, 1);
  expect(compareLines(line, south).lineShift?.drawn.signedMeanMeters).toBeCloseTo(110.57, 1);
  const { meanMeters } = compareLines(line, north).lineShift ?? {};
  expect([meanMeters?.low, meanMeters?.value, meanMeters?.high].map((meters) => Math.round(meters ?? 0))).toEqual([61, 111, 161]);
  expect(compareLines(line, north).note.kind).toBe('bound');
  expect(compareLines(line, line).lineShift).toBeNull();
});

it('is not led astray by the antimeridian', () => {
  const { lineShift } = compareLines(drawn('one', along(0, 179.9)), drawn('other', along(0.001, -180.1)));
  expect(lineShift?.drawn.greatestMeters).toBeCloseTo(110.57, 1);
  expect(Math.abs(lineShift?.drawn.greatestAt[0] ?? 999)).toBeLessThanOrEqual(180);
});
