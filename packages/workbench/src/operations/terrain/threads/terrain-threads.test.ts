import { UserError } from '@parley/model';
import type { Zone } from '@parley/terrain';
import { afterAll, describe, expect, test } from 'vitest';
import { runTerrainJob } from './terrain-operations.ts';
import { startTerrainThreads } from './terrain-threads.ts';

const threads = startTerrainThreads();
afterAll(() => threads.close());

const square = (west: number, size: number): Zone => [
  [
    [
      [west, 31],
      [west + size, 31],
      [west + size, 31 + size],
      [west, 31 + size],
      [west, 31],
    ],
  ],
];
const map = (name: string, zone: Zone) => ({ name, zone, accuracyMeters: 50 });
const pair = { reference: map('a', square(34, 0.1)), maps: [map('b', square(34.05, 0.1))] };

/** Seconds of work: distances on a grid of a million corners. */
const long = [square(34, 0.1), square(34.05, 0.1), { cells: 2500 }] as const;

describe('threads of terrain', () => {
  test('answer as it would be answered here', async () => {
    expect(await threads.run('compareMany', [pair])).toEqual(await runTerrainJob({ operation: 'compareMany', rest: [pair] }));
  });

  test('leave this thread free', async () => {
    let turns = 0;
    const beat = setInterval(() => turns++, 5);
    await threads.run('compromise', [long[0], long[1], { cells: 300 }]);
    clearInterval(beat);
    expect(turns).toBeGreaterThan(5);
  });

  test('hand on what is wrong as a mistake of the user, and go on', async () => {
    const answer = threads.run('compromise', [square(34, 0.1), square(34, 0.1)]);
    await expect(answer).rejects.toBeInstanceOf(UserError);
    await expect(answer).rejects.toMatchObject({ code: 'nothing-contested' });
    expect(await threads.run('overlap', [square(34, 0.1), square(36, 0.1)])).toEqual([]);
  });

  test('stop when nobody waits any more, and start anew for the next', async () => {
    const control = new AbortController();
    const ends = expect(threads.run('compromise', [...long], { signal: control.signal })).rejects.toMatchObject({ code: 'stopped' });
    setTimeout(() => control.abort(), 300);
    await ends;
    await expect(threads.run('compromise', [...long], { signal: control.signal })).rejects.toMatchObject({ code: 'stopped' });
    expect(await threads.run('overlap', [square(34, 0.1), square(36, 0.1)])).toEqual([]);
  });

  test('keep to their time', async () => {
    await expect(threads.run('compromise', [...long], { mostMs: 200 })).rejects.toMatchObject({ code: 'too-long' });
    expect(await threads.run('overlap', [square(34, 0.1), square(36, 0.1)])).toEqual([]);
  });

  test('tell what is too large for them, and go on with a fresh one', async () => {
    const small = startTerrainThreads({ threads: 1, heapMegabytes: 48 });
    const ring = Array.from({ length: 400_000 }, (_, at) => [34 + (at % 7) * 1e-3, 31 + at * 1e-6] as const);
    await expect(small.run('overlap', [[[ring]], [[ring]]])).rejects.toMatchObject({ code: 'too-large' });
    expect(await small.run('overlap', [square(34, 0.1), square(36, 0.1)])).toEqual([]);
    await small.close();
  });

  test('hand on a fault of ours as one, and go on with a fresh one', async () => {
    const notPlain = [[[null]]] as unknown as Zone;
    const answer = threads.run('overlap', [notPlain, notPlain]);
    await expect(answer).rejects.not.toBeInstanceOf(UserError);
    expect(await threads.run('overlap', [square(34, 0.1), square(36, 0.1)])).toEqual([]);
  });

  test('more jobs than threads are all done', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => threads.run('compareMany', [pair])));
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
  });
});
