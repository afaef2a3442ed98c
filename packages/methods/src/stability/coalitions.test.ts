import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allCoalitions, coalitionImprovements, coalitionNamed, coalitionTemptations } from './coalitions.ts';
import { CONCEPTS } from './concept.ts';
import { conflictOf, plainConflicts, plainStable } from './plain-stability.test-support.ts';

it('finds every state that a coalition can reach and each member prefers, by a legal way', () => {
  fc.assert(
    fc.property(plainConflicts, (plain) => {
      const conflict = conflictOf(plain);
      const worth = (who: number, state: number): number => plain.worth[who]?.[state] as number;
      for (const coalition of allCoalitions(conflict)) {
        for (let state = 0; state < plain.states; state += 1) {
          // Sets that grow until nothing new comes in: pairs of a state and the last mover.
          const pairs = new Set<string>();
          const add = (at: number, last: number): void => {
            for (const who of coalition.filter((one) => one !== last)) {
              for (const [from, to] of plain.arcs[who] ?? []) {
                if (from !== at || pairs.has(`${to} ${who}`)) continue;
                pairs.add(`${to} ${who}`);
                add(to, who);
              }
            }
          };
          add(state, -1);
          const known = [...new Set([...pairs].map((pair) => Number(pair.split(' ')[0])))]
            .filter((to) => coalition.every((who) => worth(who, to) > worth(who, state)))
            .sort((a, b) => a - b);
          const found = coalitionImprovements(conflict, state, [coalition]);
          expect(found.map(({ to }) => to)).toEqual(known);
          for (const { to, way } of found) {
            expect(way.at(-1)?.to).toBe(to);
            way.forEach((step, at) => {
              expect(plain.arcs[step.decider]).toContainEqual([step.from, step.to]);
              expect(step.from).toBe(at === 0 ? state : way[at - 1]?.to);
              expect(step.decider).not.toBe(way[at - 1]?.decider);
            });
          }
        }
      }
    }),
    { numRuns: 60 },
  );
});

it('for a single decider is the stability of that decider', () => {
  fc.assert(
    fc.property(plainConflicts, fc.constantFrom(...CONCEPTS), (plain, concept) => {
      const conflict = conflictOf(plain);
      for (const decider of plain.arcs.keys()) {
        const stable = plainStable(plain, decider, concept);
        for (let state = 0; state < plain.states; state += 1) {
          expect(coalitionTemptations(conflict, state, [decider], concept).every(({ answer }) => answer !== null)).toBe(stable[state]);
        }
      }
    }),
    { numRuns: 60 },
  );
});

it('names coalitions, and refuses what is none', () => {
  const conflict = conflictOf({ states: 1, arcs: [[], [], []], worth: [[0], [0], [0]] });
  expect(coalitionNamed(conflict, ['d2', 'd0'])).toEqual([0, 2]);
  expect(() => coalitionNamed(conflict, ['d1', 'd1'])).toThrow('no coalition');
  expect(() => coalitionNamed(conflict, ['d1', 'd7'])).toThrow('no decider "d7"');
  expect(allCoalitions(conflict)).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
    [0, 1, 2],
  ]);
});
