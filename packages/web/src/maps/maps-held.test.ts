import { expect, it } from 'vitest';
import type { MapEntry } from '../api/types.ts';
import { layersOf } from './map-layers.ts';
import { mapsHeld } from './maps-held.ts';

const entry = (id: string, on: string | null, more: Partial<MapEntry> = {}): MapEntry =>
  ({ id, on, mapKey: id, partyId: 'north', version: id, phase: null, category: 'withdrawal', replacesId: null, ...more }) as MapEntry;
const ALL = layersOf(
  [entry('year', '2024'), entry('april', '2024-04'), entry('may', '2024-05-24', { replacesId: 'april' }), entry('undated', null)],
  ['north'],
);
const held = (day: string | null, named: string[] = []) =>
  mapsHeld(ALL, day, new Set(named)).groups.flatMap(({ layers }) => layers.map(({ key }) => key));

it('leaves out maps of later dates, and keeps what has none or one that had begun', () => {
  expect(held('2024-04-15').toSorted()).toEqual(['april', 'undated', 'year']);
  expect(held('2023-12-31')).toEqual(['undated']);
  expect(held('2024-05-24')).toContain('may');
  expect(held(null)).toHaveLength(4);
});

it('keeps what is asked for by name, and each map its look; what is not there yet replaces nothing', () => {
  expect(held('2024-04-15', ['may'])).toContain('may');
  const [group] = mapsHeld(ALL, '2024-04-15', new Set()).groups;
  const april = group?.layers.find(({ key }) => key === 'april');
  expect(april?.replacedBy).toEqual([]);
  expect(april?.tone).toBe(ALL.groups[0]?.layers.find(({ key }) => key === 'april')?.tone);
});
