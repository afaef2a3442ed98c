import fc from 'fast-check';
import type { Concept } from './concept.ts';
import type { Conflict } from './conflict.ts';
import { conflictFromStates } from './state-form.ts';

/** Deciders' arcs as sets of pairs and preferences as numbers, the higher the better: what the plain reference reads. */
export interface PlainConflict {
  readonly states: number;
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  readonly worth: readonly (readonly number[])[];
  /** Moves, with their deciders, that nobody gains by. */
  readonly penalised?: readonly (readonly [number, number, number])[];
}

/** The definitions written out: every reachable list is a set, found by walking all legal sequences. */
export function plainStable({ states, arcs, worth, penalised = [] }: PlainConflict, decider: number, concept: Concept): boolean[] {
  const of = (who: number, state: number): number => worth[who]?.[state] as number;
  const moves = (who: number, from: number): number[] => (arcs[who] ?? []).filter(([start]) => start === from).map(([, to]) => to);
  const gains = (who: number, from: number): number[] =>
    moves(who, from).filter((to) => of(who, to) > of(who, from) && isGain(who, from, to));
  const isGain = (who: number, from: number, to: number): boolean => !penalised.some(([a, b, c]) => a === who && b === from && c === to);
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
      return ends.some((end) => noBetter(end) && moves(decider, end).every((out) => noBetter(out) || !isGain(decider, end, out)));
    }),
  );
}

/** Random arcs one way or two, so that there are cycles and movers that come again; worths with ties. */
export const plainConflicts = fc
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
export const blockConflicts = fc
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

export function conflictOf({ states, arcs, worth }: PlainConflict): Conflict {
  const deciders = arcs.map((own, who) => {
    const levels = [...new Set(worth[who])].sort((a, b) => b - a);
    const preference = levels.map((level) =>
      Array.from({ length: states }, (_, state) => state).filter((state) => worth[who]?.[state] === level),
    );
    return [`d${who}`, { arcs: own, preference }] as const;
  });
  return conflictFromStates({ states: Array.from({ length: states }, (_, state) => state), deciders: Object.fromEntries(deciders) });
}
