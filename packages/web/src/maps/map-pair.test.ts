import { expect, test } from 'vitest';
import type { MapLayer } from './map-layers.ts';
import { mapPair } from './map-pair.ts';

const layer = (key: string, partyId: string) => ({ key, partyId }) as MapLayer;
const [a1, a2, b] = [layer('a1', 'a'), layer('a2', 'a'), layer('b', 'b')];
const keysOf = (...asked: Parameters<typeof mapPair>) => mapPair(...asked)?.map(({ key }) => key) ?? null;

test('two sides are put together before two maps of one side', () => {
  expect(keysOf([a1, a2, b], undefined, undefined)).toEqual(['a1', 'b']);
  expect(keysOf([a1, a2], undefined, undefined)).toEqual(['a1', 'a2']);
});

test('those that are named are, and never one with itself', () => {
  expect(keysOf([a1, a2, b], 'a1', 'a2')).toEqual(['a1', 'a2']);
  expect(keysOf([a1, a2, b], undefined, 'a1')).toEqual(['a2', 'a1']);
  expect(keysOf([a1, a2, b], 'a1', 'a1')).toEqual(['a1', 'b']);
  expect(keysOf([a1], undefined, undefined)).toBeNull();
});
