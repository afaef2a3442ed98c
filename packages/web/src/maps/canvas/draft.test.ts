import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changed, coordinatesOf, type Draft, type DraftAction, draftOf, emptyDraft, isComplete } from './draft.ts';
import type { Position } from './position.ts';

const after = (draft: Draft, ...actions: DraftAction[]): Draft => actions.reduce(changed, draft);
const add = (...at: [number, number]): DraftAction => ({ act: 'add', at });
const first = (draft: Draft) => draft.paths[0]?.vertices;

describe('drawing', () => {
  test('a zone is complete with three vertices, and its ring is closed', () => {
    const two = after(emptyDraft('zone'), add(0, 0), add(1, 0));
    expect(isComplete(two)).toBe(false);
    expect(coordinatesOf(after(two, add(1, 1)))).toEqual([
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    ]);
  });

  test('a vertex is added behind the current one', () => {
    const line = after(emptyDraft('line'), add(0, 0), add(2, 0), { act: 'choose', path: 0, vertex: 0 }, add(1, 0));
    expect(coordinatesOf(line)).toEqual([
      [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
    ]);
    expect(line.current).toEqual({ path: 0, vertex: 1 });
  });

  test('vertices are moved, inserted and taken out', () => {
    const line = after(
      emptyDraft('line'),
      add(0, 0),
      add(2, 0),
      { act: 'insert', path: 0, vertex: 1, at: [1, 5] },
      { act: 'move', path: 0, vertex: 1, at: [1, 6] },
      { act: 'delete', path: 0, vertex: 0 },
    );
    expect(coordinatesOf(line)).toEqual([
      [
        [1, 6],
        [2, 0],
      ],
    ]);
  });

  test('a hole stays with its polygon, another part stands by itself', () => {
    const zone = after(
      emptyDraft('zone'),
      ...[add(0, 0), add(9, 0), add(9, 9), { act: 'part' } as const, add(20, 0), add(21, 0), add(21, 1)],
      { act: 'choose', path: 0, vertex: 0 },
      ...[{ act: 'hole' } as const, add(5, 1), add(6, 1), add(6, 2)],
    );
    expect(coordinatesOf(zone)).toEqual([
      [
        [
          [0, 0],
          [9, 0],
          [9, 9],
          [0, 0],
        ],
        [
          [5, 1],
          [6, 1],
          [6, 2],
          [5, 1],
        ],
      ],
      [
        [
          [20, 0],
          [21, 0],
          [21, 1],
          [20, 0],
        ],
      ],
    ]);
  });

  test('a hole whose shell is gone takes nothing from anything', () => {
    const zone = draftOf('zone', [
      [
        [
          [0, 0],
          [9, 0],
          [9, 9],
          [0, 0],
        ],
        [
          [5, 1],
          [6, 1],
          [6, 2],
          [5, 1],
        ],
      ],
    ]);
    expect(coordinatesOf(after(zone, { act: 'delete', path: 0, vertex: 0 }))).toEqual([]);
  });
});

describe('undo', () => {
  test('a drag is undone at once', () => {
    const line = after(emptyDraft('line'), add(0, 0), add(1, 1));
    const move = (x: number, going: boolean): DraftAction => ({ act: 'move', path: 0, vertex: 1, at: [x, 1], going });
    const dragged = after(line, move(2, false), move(3, true), move(4, true));
    expect(first(dragged)).toEqual([
      [0, 0],
      [4, 1],
    ]);
    expect(first(after(dragged, { act: 'undo' }))).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  test('what changes nothing leaves nothing to undo', () => {
    const line = after(emptyDraft('line'), add(0, 0));
    const same = after(
      line,
      { act: 'move', path: 0, vertex: 0, at: [0, 0] },
      { act: 'delete', path: 0, vertex: 7 },
      { act: 'insert', path: 3, vertex: 0, at: [1, 1] },
      { act: 'choose', path: 0, vertex: 9 },
    );
    expect(same).toBe(line);
  });

  const place = fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 })) as fc.Arbitrary<Position>;
  const index = fc.integer({ min: 0, max: 6 });
  const action: fc.Arbitrary<DraftAction> = fc.oneof(
    fc.record({ act: fc.constant('add' as const), at: place }),
    fc.record({ act: fc.constant('insert' as const), path: index, vertex: index, at: place }),
    fc.record({ act: fc.constant('move' as const), path: index, vertex: index, at: place, going: fc.boolean() }),
    fc.record({ act: fc.constant('delete' as const), path: index, vertex: index }),
    fc.record({ act: fc.constant('choose' as const), path: index, vertex: index }),
    fc.record({ act: fc.constantFrom('part' as const, 'hole' as const, 'undo' as const, 'redo' as const) }),
  );

  test('undoing all gives what there was; doing all again gives what was drawn', () => {
    fc.assert(
      fc.property(fc.constantFrom('zone' as const, 'line' as const), fc.array(action, { maxLength: 40 }), (shape, actions) => {
        const start = emptyDraft(shape);
        const frozen = JSON.stringify(start);
        const drawn = after(start, ...actions);
        const undone = after(drawn, ...drawn.past.map((): DraftAction => ({ act: 'undo' })));
        expect(undone.paths).toEqual(start.paths);
        expect(JSON.stringify(start)).toBe(frozen);
        const again = after(undone, ...drawn.past.map((): DraftAction => ({ act: 'redo' })));
        expect(again.paths).toEqual(drawn.paths);
      }),
    );
  });

  test('whatever is done, paths of one polygon stand together, and what is recorded has rings that are closed', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const drawn = after(emptyDraft('zone'), ...actions);
        const polygons = drawn.paths.map(({ polygon }) => polygon);
        expect(polygons).toEqual(polygons.toSorted((a, b) => polygons.indexOf(a) - polygons.indexOf(b)));
        for (const ring of (coordinatesOf(drawn) as Position[][][]).flat()) {
          expect(ring.length).toBeGreaterThanOrEqual(4);
          expect(ring.at(-1)).toEqual(ring[0]);
        }
      }),
    );
  });
});

test('what is edited and left alone comes back as it was', () => {
  const zone = [
    [
      [
        [0, 0],
        [9, 0],
        [9, 9],
        [0, 0],
      ],
      [
        [5, 1],
        [6, 1],
        [6, 2],
        [5, 1],
      ],
    ],
    [
      [
        [20, 0],
        [21, 0],
        [21, 1],
        [20, 0],
      ],
    ],
  ];
  expect(coordinatesOf(draftOf('zone', zone))).toEqual(zone);
  const lines = [
    [
      [0, 0],
      [1, 1],
      [0, 0],
    ],
    [
      [5, 5],
      [6, 6],
    ],
  ];
  expect(coordinatesOf(draftOf('line', lines))).toEqual(lines);
});
