import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONCEPTS, type Concept } from './concept.ts';
import type { Conflict } from './conflict.ts';
import { narrate } from './narrate.ts';
import { stabilityOf } from './stability-of.ts';
import { conflictFromStates } from './state-form.ts';

/** Deciders' arcs as sets of pairs and preferences as numbers, the higher the better: what the plain reference reads. */
interface PlainConflict {
  readonly states: number;
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  readonly worth: readonly (readonly number[])[];
}

/** The definitions written out: every reachable list is a set, found by walking all legal sequences. */
function plainStable({ states, arcs, worth }: PlainConflict, decider: number, concept: Concept): boolean[] {
  const of = (who: number, state: number): number => worth[who]?.[state] as number;
  const moves = (who: number, from: number): number[] => (arcs[who] ?? []).filter(([start]) => start === from).map(([, to]) => to);
  const gains = (who: number, from: number): number[] => moves(who, from).filter((to) => of(who, to) > of(who, from));
  const opponents = arcs.map((_, who) => who).filter((who) => who !== decider);
  const reach = (start: number, step: (who: number, from: number) => number[]): Set<number> => {
    const ends = new Set<number>();
    const walked = new Set<string>();
    const walk = (state: number, last: number | null): void => {
      for (const who of opponents) {
        if (who === last) continue;
        for (const to of step(who, state)) {
          ends.add(to);
          if (walked.has(`${to} ${who}`)) continue;
          walked.add(`${to} ${who}`);
          walk(to, who);
        }
      }
    };
    walk(start, null);
    return ends;
  };
  return Array.from({ length: states }, (_, state) =>
    gains(decider, state).every((to) => {
      if (concept === 'nash') return false;
      const ends = [...reach(to, concept === 'gmr' || concept === 'smr' ? moves : gains)];
      const noBetter = (end: number): boolean => of(decider, end) <= of(decider, state);
      if (concept === 'gmr' || concept === 'seq') return ends.some(noBetter);
      return ends.some((end) => noBetter(end) && moves(decider, end).every(noBetter));
    }),
  );
}

/** Random arcs one way or two, so that there are cycles and movers that come again; worths with ties. */
const plainConflicts = fc
  .record({ states: fc.integer({ min: 2, max: 9 }), deciders: fc.integer({ min: 1, max: 4 }) })
  .chain(({ states, deciders }) => {
    const state = fc.integer({ min: 0, max: states - 1 });
    const arc = fc.tuple(state, state).filter(([from, to]) => from !== to);
    return fc.record({
      states: fc.constant(states),
      arcs: fc.array(fc.uniqueArray(arc, { maxLength: 14, selector: (pair) => pair.join() }), { minLength: deciders, maxLength: deciders }),
      worth: fc.array(fc.array(fc.integer({ min: 0, max: states }), { minLength: states, maxLength: states }), {
        minLength: deciders,
        maxLength: deciders,
      }),
    });
  });

/** Moves in blocks: each decider splits the states, and moves at will within a part; that has its own way through the code. */
const blockConflicts = fc
  .record({ states: fc.integer({ min: 2, max: 12 }), deciders: fc.integer({ min: 2, max: 4 }) })
  .chain(({ states, deciders }) => {
    const perState = (max: number) => fc.array(fc.integer({ min: 0, max }), { minLength: states, maxLength: states });
    return fc.record({
      states: fc.constant(states),
      parts: fc.array(perState(3), { minLength: deciders, maxLength: deciders }),
      worth: fc.array(perState(states), { minLength: deciders, maxLength: deciders }),
    });
  })
  .map(({ states, parts, worth }) => {
    const all = Array.from({ length: states }, (_, state) => state);
    const arcs = parts.map((part) =>
      all.flatMap((from) => all.filter((to) => to !== from && part[to] === part[from]).map((to) => [from, to] as const)),
    );
    return { states, arcs, worth };
  });

function conflictOf({ states, arcs, worth }: PlainConflict): Conflict {
  const deciders = arcs.map((own, who) => {
    const levels = [...new Set(worth[who])].sort((a, b) => b - a);
    const preference = levels.map((level) =>
      Array.from({ length: states }, (_, state) => state).filter((state) => worth[who]?.[state] === level),
    );
    return [`d${who}`, { arcs: own, preference }] as const;
  });
  return conflictFromStates({ states: Array.from({ length: states }, (_, state) => state), deciders: Object.fromEntries(deciders) });
}

function expectAsPlain(plain: PlainConflict): void {
  const conflict = conflictOf(plain);
  const { concepts } = stabilityOf(conflict);
  for (const concept of CONCEPTS) {
    const expected = plain.arcs.map((_, decider) => plainStable(plain, decider, concept));
    expect(
      concepts[concept]?.stableFor.map((list) => Array.from(list, Boolean)),
      concept,
    ).toEqual(expected);
    const held = Array.from({ length: plain.states }, (_, state) => state).filter((state) => expected.every((list) => list[state]));
    expect(Array.from(concepts[concept]?.equilibria ?? []), concept).toEqual(held);
  }
}

describe('all five concepts are those of the definitions written out', () => {
  it('on random graphs with cycles, repeated movers and ties', () => {
    fc.assert(fc.property(plainConflicts, expectAsPlain), { numRuns: 400 });
  });

  it('on graphs whose moves go at will within blocks', () => {
    fc.assert(fc.property(blockConflicts, expectAsPlain), { numRuns: 400 });
  });
});

it('the narration agrees, and tells answers that are legal, end where they say and stop the move', () => {
  fc.assert(
    fc.property(plainConflicts, fc.constantFrom(...CONCEPTS), (plain, concept) => {
      const conflict = conflictOf(plain);
      for (const decider of plain.arcs.keys()) {
        const stable = plainStable(plain, decider, concept);
        for (let state = 0; state < plain.states; state += 1) {
          const told = narrate(conflict, { state, decider, concept });
          expect(told.stable).toBe(stable[state]);
          for (const { to, answer, end } of told.temptations) {
            if (answer === null) continue;
            answer.forEach((response, at) => {
              expect(plain.arcs[response.decider]).toContainEqual([response.from, response.to]);
              expect(response.from).toBe(at === 0 ? to : answer[at - 1]?.to);
              expect(response.decider).not.toBe(at === 0 ? decider : answer[at - 1]?.decider);
              expect(response.decider).not.toBe(decider);
              const worth = plain.worth[response.decider] ?? [];
              if (concept === 'seq' || concept === 'sseq') expect(worth[response.to]).toBeGreaterThan(worth[response.from] as number);
            });
            expect(end?.state).toBe(answer.at(-1)?.to);
            const own = plain.worth[decider] ?? [];
            expect(Math.sign((own[end?.state as number] as number) - (own[state] as number))).toBe(end?.is === 'worse' ? -1 : 0);
          }
        }
      }
    }),
    { numRuns: 100 },
  );
});

it('contains: nash in seq in gmr, nash in smr in gmr, sseq in seq and in smr', () => {
  const within: readonly (readonly [Concept, Concept])[] = [
    ['nash', 'seq'],
    ['seq', 'gmr'],
    ['nash', 'smr'],
    ['smr', 'gmr'],
    ['sseq', 'seq'],
    ['sseq', 'smr'],
    ['nash', 'sseq'],
  ];
  fc.assert(
    fc.property(fc.oneof(plainConflicts, blockConflicts), (plain) => {
      const { concepts } = stabilityOf(conflictOf(plain));
      for (const [inner, outer] of within) {
        concepts[inner]?.stableFor.forEach((list, decider) => {
          list.forEach(
            (stable, state) => void (stable === 1 && expect(concepts[outer]?.stableFor[decider]?.[state], `${inner} in ${outer}`).toBe(1)),
          );
        });
      }
    }),
    { numRuns: 300 },
  );
});
