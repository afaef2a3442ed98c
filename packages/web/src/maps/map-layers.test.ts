import { expect, test } from 'vitest';
import type { MapEntry } from '../api/types.ts';
import { layersOf, replacedIds } from './map-layers.ts';

function entry(id: string, more: Partial<MapEntry> = {}): MapEntry {
  const mapKey = [more.partyId, more.version, more.phase].join('|');
  return {
    id,
    compartment: 'public',
    name: { en: id },
    shape: 'zone',
    mapKey,
    evidence: [],
    issueOptions: [],
    extent: [0, 0, 1, 1],
    positions: 5,
    areaKm2: 1,
    lengthKm: null,
    recordedAt: '2024-01-01T00:00:00.000Z',
    contested: false,
    ...more,
  } as MapEntry;
}

test('features of one party, version and phase are one map; parties come in the order of the case, the team last', () => {
  const { groups } = layersOf(
    [
      entry('own'),
      entry('b2', { partyId: 'b', version: 'second', on: '2025-02-01' }),
      entry('b1', { partyId: 'b', version: 'first', on: '2025-01-01' }),
      entry('b1-too', { partyId: 'b', version: 'first' }),
      entry('a', { partyId: 'a' }),
      entry('unknown', { partyId: 'gone' }),
    ],
    ['a', 'b'],
  );
  expect(groups.map(({ partyId, layers }) => [partyId, layers.map(({ features }) => features.map(({ id }) => id))])).toEqual([
    ['a', [['a']]],
    ['b', [['b1', 'b1-too'], ['b2']]],
    ['gone', [['unknown']]],
    [null, [['own']]],
  ]);
});

test('what is on the ground is nobody’s map', () => {
  const { groups, ground } = layersOf([entry('camp', { category: 'camp' }), entry('zone', { category: 'buffer' })], []);
  expect(groups.flatMap(({ layers }) => layers.flatMap(({ features }) => features.map(({ id }) => id)))).toEqual(['zone']);
  expect(ground.map(({ category, features }) => [category, features.length])).toEqual([['camp', 1]]);
});

test('phases follow each other, and each map has a look of its own', () => {
  const { groups } = layersOf([entry('two', { phase: 2 }), entry('one', { phase: 1 })], []);
  const layers = groups.flatMap((group) => group.layers);
  expect(layers.map(({ phase, tone }) => [phase, tone])).toEqual([
    [1, 0],
    [2, 1],
  ]);
});

test('a map tells which it replaces and which replaces it', () => {
  const entries = [entry('new', { version: '2', replacesId: 'old' }), entry('old', { version: '1' })];
  const [old, fresh] = layersOf(entries, []).groups[0]?.layers ?? [];
  expect(old?.replacedBy).toEqual([fresh?.key]);
  expect(fresh?.replaces).toEqual([old?.key]);
  expect(replacedIds(entries)).toEqual(new Set(['old']));
});
