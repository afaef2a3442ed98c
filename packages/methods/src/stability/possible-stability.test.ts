import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONCEPTS, type Concept } from './concept.ts';
import type { Conflict } from './conflict.ts';
import { narrate, narrationText, plainLabels } from './narrate.ts';
import { type PlainConflict, plainStable } from './plain-stability.test-support.ts';
import { possibleStability } from './possible-stability.ts';
import { stabilityOf } from './stability-of.ts';
import { conflictFromStates } from './state-form.ts';

const STATES = 4;
type Pairs = readonly (readonly [number, number])[];

interface Loose {
  readonly arcs: PlainConflict['arcs'];
  /** Of each decider the pairs known: better over worse, and equal. */
  readonly better: readonly Pairs[];
  readonly equal: readonly Pairs[];
}

/** Comparisons that agree with a hidden order, so that they never go in a circle. */
const loose: fc.Arbitrary<Loose> = fc.integer({ min: 2, max: 3 }).chain((deciders) => {
  const state = fc.integer({ min: 0, max: STATES - 1 });
  const pair = fc.tuple(state, state).filter(([a, b]) => a !== b);
  const each = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: deciders, maxLength: deciders });
  return fc
    .record({
      arcs: each(fc.uniqueArray(pair, { maxLength: 9, selector: (one) => one.join() })),
      hidden: each(fc.array(fc.integer({ min: 0, max: STATES }), { minLength: STATES, maxLength: STATES })),
      known: each(fc.array(pair, { maxLength: 4 })),
    })
    .map(({ arcs, hidden, known }) => {
      const worth = (who: number, place: number): number => hidden[who]?.[place] as number;
      return {
        arcs,
        better: known.map((pairs, who) =>
          pairs
            .filter(([a, b]) => worth(who, a) !== worth(who, b))
            .map(([a, b]) => (worth(who, a) > worth(who, b) ? ([a, b] as const) : ([b, a] as const))),
        ),
        equal: known.map((pairs, who) => pairs.filter(([a, b]) => worth(who, a) === worth(who, b))),
      };
    });
});

function conflictOf({ arcs, better, equal }: Loose): Conflict {
  const deciders = arcs.map((own, who) => [`d${who}`, { arcs: own, better: better[who] ?? [], equal: equal[who] ?? [] }] as const);
  return conflictFromStates({ states: Array.from({ length: STATES }, (_, state) => state), deciders: Object.fromEntries(deciders) });
}

/** All orders, with and without further ties, that agree with what is known: every assignment of levels to states. */
function consistentOrders(better: Pairs, equal: Pairs): number[][] {
  const found: number[][] = [];
  for (let code = 0; code < STATES ** STATES; code += 1) {
    const levels = Array.from({ length: STATES }, (_, state) => Math.floor(code / STATES ** state) % STATES);
    const used = new Set(levels);
    if ([...used].some((level) => level > 0 && !used.has(level - 1))) continue;
    const agrees =
      better.every(([a, b]) => (levels[a] as number) > (levels[b] as number)) && equal.every(([a, b]) => levels[a] === levels[b]);
    if (agrees) found.push(levels);
  }
  return found;
}

/** For each state whether it is stable in all, and in some, of the orders of all deciders. */
function overOrders(arcs: PlainConflict['arcs'], orders: readonly (readonly number[][])[], decider: number, concept: Concept) {
  const all = Array.from({ length: STATES }, () => true);
  const some = Array.from({ length: STATES }, () => false);
  const walk = (worth: readonly number[][], who: number): void => {
    if (who < orders.length) {
      for (const order of orders[who] ?? []) walk([...worth, order], who + 1);
      return;
    }
    plainStable({ states: STATES, arcs, worth }, decider, concept).forEach((stable, state) => {
      all[state] &&= stable;
      some[state] ||= stable;
    });
  };
  walk([], 0);
  return { all, some };
}

describe('unknown comparisons, against every order that agrees with what is known', () => {
  it.each(['nash', 'gmr', 'smr'] as const)('%s is exact, ties among what is unknown included', (concept) => {
    fc.assert(
      fc.property(loose, (model) => {
        const found = possibleStability(conflictOf(model), { concepts: [concept] });
        expect(found.note.kind).toBe('exact');
        for (const decider of model.arcs.keys()) {
          // Only the decider's own order counts; the others' stand still.
          const orders = model.arcs.map((_, who) =>
            who === decider ? consistentOrders(model.better[who] ?? [], model.equal[who] ?? []) : [[0, 0, 0, 0]],
          );
          const { all, some } = overOrders(model.arcs, orders, decider, concept);
          expect(Array.from(found.concepts[concept]?.necessary.stableFor[decider] ?? [], Boolean)).toEqual(all);
          expect(Array.from(found.concepts[concept]?.possible.stableFor[decider] ?? [], Boolean)).toEqual(some);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(['seq', 'sseq'] as const)('%s is bounded from both sides, and exact where it says so', (concept) => {
    fc.assert(
      fc.property(
        loose.filter(({ arcs }) => arcs.length === 2),
        (model) => {
          const conflict = conflictOf(model);
          const found = possibleStability(conflict, { concepts: [concept] }).concepts[concept];
          const orders = model.arcs.map((_, who) => consistentOrders(model.better[who] ?? [], model.equal[who] ?? []));
          if (orders.reduce((product, list) => product * list.length, 1) > 600) return;
          for (const decider of [0, 1]) {
            const { all, some } = overOrders(model.arcs, orders, decider, concept);
            const necessary = Array.from(found?.necessary.stableFor[decider] ?? [], Boolean);
            const possible = Array.from(found?.possible.stableFor[decider] ?? [], Boolean);
            all.forEach((held, state) => void (necessary[state] && expect(held).toBe(true)));
            some.forEach((held, state) => void (held && expect(possible[state]).toBe(true)));
            if (found?.kinds[decider] !== 'exact') continue;
            expect({ necessary, possible }).toEqual({ necessary: all, possible: some });
          }
        },
      ),
      { numRuns: 150 },
    );
    // What the property hardly ever meets: the other's order known in full.
    const full = {
      arcs: [
        [
          [0, 1],
          [1, 2],
        ],
        [
          [1, 3],
          [2, 0],
        ],
      ],
      better: [
        [[1, 3]],
        [
          [3, 1],
          [1, 0],
          [0, 2],
        ],
      ],
      equal: [[], []],
    } as const;
    const found = possibleStability(
      conflictFromStates({
        states: [0, 1, 2, 3],
        deciders: { a: { arcs: full.arcs[0], better: full.better[0] }, b: { arcs: full.arcs[1], preference: [3, 1, 0, 2] } },
      }),
      { concepts: [concept] },
    ).concepts[concept];
    expect(found?.kinds).toEqual(['exact', 'bound']);
    const { all, some } = overOrders(full.arcs, [consistentOrders(full.better[0], []), [[1, 2, 0, 3]]], 0, concept);
    expect(Array.from(found?.necessary.stableFor[0] ?? [], Boolean)).toEqual(all);
    expect(Array.from(found?.possible.stableFor[0] ?? [], Boolean)).toEqual(some);
  });
});

it('is the same as stability where nothing is unknown', () => {
  const conflict = conflictFromStates({
    states: [1, 2, 3, 4, 5],
    deciders: {
      A: { arcs: ['1>3', '3>5', '5>2'], preference: [5, 4, 1, 2, 3] },
      B: { arcs: ['3>5', '5>1'], preference: [3, [1, 2], 5, 4] },
      C: { arcs: ['2>1', '3>2'], preference: [1, 5, 3, 4, 2] },
    },
  });
  const possible = possibleStability(conflict).concepts;
  const known = stabilityOf(conflict).concepts;
  for (const concept of CONCEPTS) {
    expect(possible[concept]?.necessary).toEqual(known[concept]);
    expect(possible[concept]?.possible).toEqual(known[concept]);
  }
});

it('is told with caution: who is told to stay does so for every consistent order', () => {
  fc.assert(
    fc.property(loose, fc.constantFrom(...CONCEPTS), (model, concept) => {
      const conflict = conflictOf(model);
      const necessary = possibleStability(conflict, { concepts: [concept] }).concepts[concept]?.necessary.stableFor ?? [];
      necessary.forEach((list, decider) => {
        list.forEach((stable, state) => {
          expect(narrate(conflict, { state, decider, concept }).stable).toBe(stable === 1);
        });
      });
    }),
    { numRuns: 40 },
  );
  const conflict = conflictFromStates({
    states: ['stay', 'go', 'end'],
    deciders: { A: { arcs: ['stay>go'], better: [['stay', 'end']] }, B: { arcs: ['go>end'], preference: ['end', 'stay', 'go'] } },
  });
  const told = narrate(conflict, { state: 0, decider: 0, concept: 'seq' });
  expect(told.temptations).toMatchObject([{ to: 1, gain: 'unknown', end: { state: 2, is: 'worse' } }]);
  expect(narrationText(told, plainLabels(conflict))).toEqual([
    'It is not known whether A would gain if it moves to go. Then B moves to end. For A that is worse than stay.',
  ]);
});

it('stops when told to, and says that it is not complete', () => {
  const conflict = conflictOf({ arcs: [[[0, 1]], []], better: [[], []], equal: [[], []] });
  const { note, concepts } = possibleStability(conflict, { shouldStop: () => true });
  expect(note.complete).toBe(false);
  expect(concepts).toEqual({});
});
