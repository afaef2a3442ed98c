import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fallbackBargaining } from './fallback-bargaining.ts';
import { conflictOf, plainConflicts } from './plain-stability.test-support.ts';
import { stabilityOf } from './stability-of.ts';
import { conflictFromStates } from './state-form.ts';

it('ends where the deciders, falling back together, first have a state in common', () => {
  fc.assert(
    fc.property(plainConflicts, (plain) => {
      const { depth, states } = fallbackBargaining(conflictOf(plain));
      // One place at a time: what a decider accepts are the states with fewer than `place` states better than them.
      const accepted = (place: number): number[] =>
        Array.from({ length: plain.states }, (_, state) => state).filter((state) =>
          plain.worth.every((worth) => worth.filter((other) => other > (worth[state] as number)).length < place),
        );
      let place = 1;
      while (accepted(place).length === 0) place += 1;
      expect({ depth, states }).toEqual({ depth: place, states: accepted(place) });
    }),
    { numRuns: 200 },
  );
});

it('and stability need full orders; who has none is named', () => {
  const conflict = conflictFromStates({
    states: [1, 2],
    deciders: { A: { arcs: [], preference: [1, 2] }, B: { arcs: ['1>2'], better: [] } },
  });
  expect(() => fallbackBargaining(conflict)).toThrow('not known how B compares all states');
  expect(() => stabilityOf(conflict)).toThrow('not known how B compares all states');
});

it('stability stops when told to, keeps the concepts that were done, and says that it is not complete', () => {
  const conflict = conflictFromStates({
    states: [1, 2],
    deciders: { A: { arcs: ['1>2'], preference: [2, 1] }, B: { arcs: ['2>1'], preference: [1, 2] } },
  });
  let asked = 0;
  const { note, concepts } = stabilityOf(conflict, { shouldStop: () => ++asked > 3 });
  expect(note.complete).toBe(false);
  expect(Object.keys(concepts)).toEqual(['nash', 'gmr']);
});
