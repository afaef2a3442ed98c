import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONCEPTS, type Concept } from './concept.ts';
import { narrate } from './narrate.ts';
import { blockConflicts, conflictOf, type PlainConflict, plainConflicts, plainStable } from './plain-stability.test-support.ts';
import { stabilityOf } from './stability-of.ts';

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
    fc.assert(fc.property(plainConflicts, expectAsPlain), { numRuns: 250 });
  });

  it('on graphs whose moves go at will within blocks', () => {
    fc.assert(fc.property(blockConflicts, expectAsPlain), { numRuns: 250 });
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
    { numRuns: 150 },
  );
});
