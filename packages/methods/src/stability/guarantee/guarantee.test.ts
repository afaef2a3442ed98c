import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONCEPTS, type Concept } from '../concept.ts';
import { conflictOf, type PlainConflict, plainStable } from '../plain-stability.test-support.ts';
import { guarantee } from './guarantee.ts';
import type { GuaranteeChange } from './guarantee-result.ts';

/** Small conflicts of three deciders with at most nine moves, so that all changes can be tried. */
const small: fc.Arbitrary<PlainConflict> = fc.integer({ min: 3, max: 5 }).chain((states) => {
  const state = fc.integer({ min: 0, max: states - 1 });
  const arc = fc.tuple(state, state).filter(([a, b]) => a !== b);
  return fc.record({
    states: fc.constant(states),
    arcs: fc.array(fc.uniqueArray(arc, { minLength: 1, maxLength: 3, selector: (one) => one.join() }), { minLength: 3, maxLength: 3 }),
    worth: fc.array(fc.array(fc.integer({ min: 0, max: states }), { minLength: states, maxLength: states }), {
      minLength: 3,
      maxLength: 3,
    }),
  });
});
const asked = fc.tuple(small, fc.constantFrom(...CONCEPTS), fc.nat());

function held(plain: PlainConflict, state: number, concept: Concept): boolean {
  return plain.arcs.every((_, decider) => plainStable(plain, decider, concept)[state]);
}

/** Better levels than the state's own, nearest first. */
function levelsAbove(plain: PlainConflict, decider: number, state: number): number[] {
  const worth = plain.worth[decider] ?? [];
  return [...new Set(worth)].filter((level) => level > (worth[state] as number)).sort((a, b) => a - b);
}

function raised(plain: PlainConflict, state: number, places: readonly number[]): PlainConflict {
  const worth = plain.worth.map((own, decider) => {
    const passed = levelsAbove(plain, decider, state)[(places[decider] as number) - 1];
    return passed === undefined ? own : own.with(state, passed + 0.5);
  });
  return { ...plain, worth };
}

function smallest<T>(all: readonly T[], within: (a: T, b: T) => boolean): T[] {
  return all.filter((one) => !all.some((other) => other !== one && within(other, one)));
}

type Move = readonly [number, number, number];
const key = (moves: readonly Move[]): string =>
  moves
    .map((move) => move.join(' '))
    .sort()
    .join(', ');
const moveOf = (change: GuaranteeChange): Move => [change.decider, 'from' in change ? change.from : -1, 'to' in change ? change.to : -1];

/** All sets of moves of at most that size that hold the state once they are stopped, without those that contain another. */
function smallestStops(plain: PlainConflict, most: number, holds: (stopped: readonly Move[]) => boolean): Move[][] {
  const moves = plain.arcs.flatMap((arcs, decider) => arcs.map(([from, to]): Move => [decider, from, to]));
  const found: Move[][] = [];
  for (let set = 0; set < 2 ** moves.length; set += 1) {
    const chosen = moves.filter((_, at) => (set >>> at) & 1);
    if (chosen.length <= most && holds(chosen)) found.push(chosen);
  }
  return smallest(found, (a, b) => a.every((move) => b.includes(move)));
}

describe('against all changes tried one by one', () => {
  it('promotions: all of the smallest, under seq and sseq too', () => {
    fc.assert(
      fc.property(asked, ([plain, concept, pick]) => {
        const state = pick % plain.states;
        const { holds, answers, note } = guarantee(conflictOf(plain), state, concept, { kinds: ['promotion'] });
        expect(holds).toBe(held(plain, state, concept));
        if (holds) return;
        const [a, b, c] = [0, 1, 2].map((decider) => levelsAbove(plain, decider, state).length) as [number, number, number];
        const all: number[][] = [];
        for (let x = 0; x <= a; x += 1) for (let y = 0; y <= b; y += 1) for (let z = 0; z <= c; z += 1) all.push([x, y, z]);
        const enough = all.filter((places) => held(raised(plain, state, places), state, concept));
        const known = smallest(enough, (one, other) => one.every((count, at) => count <= (other[at] as number)));
        const found = answers.map(({ changes }) =>
          [0, 1, 2].map((decider) =>
            changes.reduce((sum, change) => sum + (change.kind === 'promotion' && change.decider === decider ? change.places : 0), 0),
          ),
        );
        expect(note.complete).toBe(true);
        expect(found.map(String).sort()).toEqual(known.map(String).sort());
      }),
      { numRuns: 250 },
    );
  });

  it('locks: all of the smallest that need no more moves than locking every open one', () => {
    fc.assert(
      fc.property(asked, ([plain, concept, pick]) => {
        const state = pick % plain.states;
        const { holds, answers } = guarantee(conflictOf(plain), state, concept, { kinds: ['lock'] });
        if (holds) return;
        const most = Math.max(...answers.map(({ changes }) => changes.length));
        const without = (stopped: readonly Move[]): PlainConflict => ({
          ...plain,
          arcs: plain.arcs.map((arcs, who) =>
            arcs.filter(([from, to]) => !stopped.some((move) => move[0] === who && move[1] === from && move[2] === to)),
          ),
        });
        const known = smallestStops(plain, most, (stopped) => held(without(stopped), state, concept));
        expect(answers.map(({ changes }) => key(changes.map(moveOf))).sort()).toEqual(known.map(key).sort());
      }),
      { numRuns: 120 },
    );
  });

  it('penalties: all of the smallest that need no more moves than penalising every open one, each as large as it must be', () => {
    fc.assert(
      fc.property(asked, ([plain, concept, pick]) => {
        const state = pick % plain.states;
        const { holds, answers } = guarantee(conflictOf(plain), state, concept, { kinds: ['penalty'] });
        if (holds) return;
        const most = Math.max(...answers.map(({ changes }) => changes.length));
        const known = smallestStops(plain, most, (stopped) => held({ ...plain, penalised: stopped }, state, concept));
        expect(answers.map(({ changes }) => key(changes.map(moveOf))).sort()).toEqual(known.map(key).sort());
        for (const change of answers.flatMap(({ changes }) => changes)) {
          if (change.kind !== 'penalty') continue;
          const above = levelsAbove(plain, change.decider, state);
          expect(change.places).toBe(above.indexOf(plain.worth[change.decider]?.[change.to] as number) + 1);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('sanctions: a guarantor with such moves, who likes making them, holds the state; with none it does not', () => {
    fc.assert(
      fc.property(asked, fc.nat(), ([plain, concept, pick], which) => {
        const state = pick % plain.states;
        const { holds, answers } = guarantee(conflictOf(plain), state, concept, { kinds: ['sanction'] });
        if (holds || answers.length === 0) return;
        const worth = Array.from({ length: plain.states }, () => 0);
        const arcs = (answers[0]?.changes ?? []).flatMap((change) =>
          change.kind === 'sanction' ? [[change.from, change.ends[which % change.ends.length] as number] as const] : [],
        );
        for (const [from, end] of arcs) if (from !== end) worth[end] = 1;
        // A state that is one answer's end and another's beginning would need more than two levels.
        if (arcs.some(([from]) => arcs.some(([, end]) => from === end))) return;
        expect(held({ ...plain, arcs: [...plain.arcs, arcs], worth: [...plain.worth, worth] }, state, concept)).toBe(true);
      }),
      { numRuns: 250 },
    );
  });
});

describe('costs', () => {
  const plain: PlainConflict = {
    states: 3,
    arcs: [[[0, 1]], [[0, 2]]],
    worth: [
      [0, 1, 2],
      [1, 0, 2],
    ],
  };

  it('count one for a place and a move where none are given', () => {
    const { answers } = guarantee(conflictOf(plain), 0, 'nash');
    expect(answers.map(({ kind, cost }) => [kind, cost])).toEqual([
      ['promotion', 2],
      ['penalty', 2],
      ['lock', 2],
    ]);
  });

  it('are the user’s, and what cannot be had is no answer', () => {
    const { answers } = guarantee(conflictOf(plain), 0, 'nash', { costs: { promotion: [5, 2], lock: [1, Number.POSITIVE_INFINITY] } });
    expect(answers.map(({ kind, cost }) => [kind, cost])).toEqual([
      ['promotion', 7],
      ['penalty', 2],
    ]);
  });
});
