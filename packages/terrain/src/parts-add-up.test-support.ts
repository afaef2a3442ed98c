import { expect } from 'vitest';
import { areaKm2 } from './area.ts';
import { difference } from './difference.ts';
import type { Position, Zone } from './geometry.ts';
import { overlap } from './overlap.ts';
import type { Overlay } from './overlay.ts';
import { union } from './union.ts';

/** Slivers: parts that are nothing but a strip along a border, on average (2 · area / perimeter) thinner than the grid. */
function slivers(zone: Zone): Zone {
  return zone.filter(([shell = []]) => {
    let perimeter = 0;
    for (let at = 1; at < shell.length; at++) {
      const [[ax, ay], [bx, by]] = [shell[at - 1] as Position, shell[at] as Position];
      perimeter += Math.hypot(bx - ax, by - ay);
    }
    const [, latitude] = shell[0] as Position;
    const squareDegrees = areaKm2([[shell]]) / (111.2 * 111.2 * Math.cos((latitude * Math.PI) / 180));
    return (2 * squareDegrees) / perimeter < 0.9e-7;
  });
}

/** Expects that what is in both, in one alone and in either add up to 1e-6, are valid and have no slivers. */
export function addUp(overlay: Overlay, a: Zone, b: Zone): void {
  const both = overlap(overlay, a, b);
  const [onlyA, onlyB] = [difference(overlay, a, b), difference(overlay, b, a)];
  const scale = Math.max(areaKm2(a), areaKm2(b));
  expect(Math.abs(areaKm2(both) + areaKm2(onlyA) - areaKm2(a)) / scale).toBeLessThan(1e-6);
  expect(Math.abs(areaKm2(both) + areaKm2(onlyB) - areaKm2(b)) / scale).toBeLessThan(1e-6);
  expect(Math.abs(areaKm2(union(overlay, [a, b])) - areaKm2(both) - areaKm2(onlyA) - areaKm2(onlyB)) / scale).toBeLessThan(1e-6);
  expect(overlay.fault(both) ?? overlay.fault(onlyA) ?? overlay.fault(onlyB)).toBeNull();
  expect([...slivers(both), ...slivers(onlyA), ...slivers(onlyB)]).toEqual([]);
}
