import { describe, expect, it } from 'vitest';
import { areaKm2 } from './area.ts';
import { box } from './box.test-support.ts';
import type { Zone } from './geometry.ts';
import { type PhasePlan, phases } from './phases.ts';
import { overlay } from './ready-overlay.test-support.ts';

const zone = (phase: number, drawn: Zone, accuracyMeters: number | null = null) => ({
  phase,
  name: `phase ${phase}`,
  zone: drawn,
  accuracyMeters,
});
const strip = (from: number, to: number): Zone => box(from, 31, to - from, 0.1);
const parties = { holder: 'north', receiver: 'south' };
const start = { name: 'start', zone: strip(34, 34.4), accuracyMeters: null };
const tenth = areaKm2(strip(34, 34.1));
const tenths = (value: number | undefined): number => Number(((value ?? 0) / tenth).toFixed(3));

describe('phases', () => {
  it('hand over what their zones say, and leave the rest, however the zones are meant', () => {
    const given: PhasePlan = { ...parties, start, zonesAre: 'handed over', phases: [zone(2, strip(34.3, 34.4)), zone(1, strip(34, 34.1))] };
    const kept: PhasePlan = { ...parties, start, zonesAre: 'still held', phases: [zone(1, strip(34.1, 34.4)), zone(2, strip(34.1, 34.3))] };
    for (const plan of [given, kept]) {
      const result = phases(overlay, plan);
      expect(result.told).toEqual([]);
      expect(tenths(result.start.areaKm2.value)).toBe(4);
      expect(
        result.phases.map(({ phase, handedOver, takenBack }) => [phase, tenths(handedOver.areaKm2.value), takenBack.areaKm2.value]),
      ).toEqual([
        [1, 1, 0],
        [2, 1, 0],
      ]);
      expect(result.phases.map(({ holds }) => holds.map(({ party, areaKm2: area }) => `${party} ${tenths(area.value)}`))).toEqual([
        ['north 3', 'south 1'],
        ['north 2', 'south 2'],
      ]);
    }
  });

  it('tell of what does not fit: ground handed over twice, taken back, or never held', () => {
    const twice = phases(overlay, {
      ...parties,
      start,
      zonesAre: 'handed over',
      phases: [zone(1, strip(34, 34.2)), zone(2, strip(34.1, 34.5))],
    });
    expect(twice.told).toEqual([expect.stringMatching(/^phase 2 hands over [\d.]+ km² that north does not hold then$/)]);
    expect(tenths(twice.phases[1]?.handedOver.areaKm2.value)).toBe(2);
    const back = phases(overlay, {
      ...parties,
      start,
      zonesAre: 'still held',
      phases: [zone(1, strip(34.2, 34.4)), zone(2, strip(34.1, 34.4))],
    });
    expect(back.told).toEqual([expect.stringMatching(/^phase 2 leaves north [\d.]+ km² more than it held before$/)]);
    expect(tenths(back.phases[1]?.takenBack.areaKm2.value)).toBe(1);
    expect(tenths(back.phases[1]?.holds[1].areaKm2.value)).toBe(1);
  });

  it('say what is not given at the start', () => {
    const given = phases(overlay, {
      ...parties,
      start: null,
      zonesAre: 'handed over',
      phases: [zone(1, strip(34, 34.1)), zone(2, strip(34.1, 34.3))],
    });
    expect(tenths(given.start.areaKm2.value)).toBe(3);
    expect(given.told).toHaveLength(1);
    const kept = phases(overlay, {
      ...parties,
      start: null,
      zonesAre: 'still held',
      phases: [zone(1, strip(34, 34.3)), zone(2, strip(34, 34.1))],
    });
    expect(kept.phases.map(({ handedOver }) => tenths(handedOver.areaKm2.value))).toEqual([0, 2]);
    expect(kept.told[0]).toMatch(/what it hands over is not counted/);
    expect(phases(overlay, { ...parties, start: null, zonesAre: 'handed over', phases: [] }).phases).toEqual([]);
  });

  it('count people, sites and roads of each, with bands, also across the antimeridian', () => {
    const plan: PhasePlan = { ...parties, start: null, zonesAre: 'handed over', phases: [zone(1, box(179.9, 0, 0.2, 0.1), 50)] };
    const ring = box(-180.1, 0, 0.2, 0.1)[0]?.[0] ?? [];
    const [found] = phases(overlay, plan, {
      population: [{ ring, people: 100 }],
      sites: [
        { name: 'clinic', at: [-179.95, 0.05] },
        { name: 'far', at: [170, 0.05] },
      ],
      roads: [
        [
          [179.95, 0.05],
          [-179.95, 0.05],
        ],
      ],
    }).phases;
    expect(found?.handedOver.people?.value).toBeCloseTo(100, 2);
    expect(found?.handedOver.people?.low).toBeLessThan(100);
    expect(found?.handedOver.sites?.map(({ name }) => name)).toEqual(['clinic']);
    expect(found?.handedOver.roadLengthKm?.value).toBeCloseTo(11.13, 1);
    expect(found?.left.pieces).toEqual([]);
  });
});
