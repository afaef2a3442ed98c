import { expect, it } from 'vitest';
import { areaKm2 } from './area.ts';
import { contested } from './contested.ts';
import type { Zone } from './geometry.ts';
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
  const pieces = contested(overlay, [
    { party: 'a', zone: strip(34, 34.3) },
    { party: 'b', zone: strip(34.1, 34.4) },
    { party: 'c', zone: strip(34.2, 34.5) },
  ]);
  const tenth = areaKm2(strip(34, 34.1));
  expect(pieces.map(({ parties }) => parties.join('')).sort()).toEqual(['a', 'ab', 'abc', 'bc', 'c']);
  for (const { zone } of pieces) expect(areaKm2(zone)).toBeCloseTo(tenth, 4);
});
