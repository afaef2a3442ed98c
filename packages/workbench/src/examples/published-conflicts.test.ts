import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  CONCEPTS,
  type Conflict,
  coalitionImprovements,
  fallbackBargaining,
  guarantee,
  readConflict,
  stabilityOf,
  stateNamed,
} from '@parley/methods';
import { describe, expect, it } from 'vitest';
import { PublishedConflict } from './published-conflict-schema.ts';

const FOLDER = fileURLToPath(new URL('../../../../examples/published/', import.meta.url));
const slugs = readdirSync(FOLDER).filter((slug) => existsSync(`${FOLDER}${slug}/conflict.json`));

it('the published conflicts are there', () => {
  expect(slugs).toEqual(
    expect.arrayContaining(['chicken', 'elmira-1991', 'korea-2017', 'prisoners-dilemma', 'repeated-movers', 'syria-iraq']),
  );
});

describe.each(slugs)('%s', (slug) => {
  const document: unknown = JSON.parse(readFileSync(`${FOLDER}${slug}/conflict.json`, 'utf8'));
  const { expected } = PublishedConflict.parse(document);
  const { conflict, runs, ignored } = readConflict(document);
  const names = (states: Iterable<number>) => Array.from(states, (state) => conflict.stateName(state));

  it('says where it comes from, and nothing that is not read', () => {
    expect(ignored).toEqual([]);
    expect(readFileSync(`${FOLDER}${slug}/README.md`, 'utf8')).toContain('\n\n');
  });

  it('has the equilibria, and what is stable for each decider, that are known', () => {
    expect(Object.keys(expected.equilibria).length).toBeGreaterThan(0);
    expectStability(conflict, expected);
  });

  for (const { name, conflict: run } of runs)
    it(`has those of the run "${name}"`, () => {
      const known = expected.runs?.[name];
      expect(known, `what is known of the run ${name}`).toBeDefined();
      if (known !== undefined) expectStability(run, known);
    });

  if (expected.coalitionImprovements !== undefined)
    it('has the coalition improvements from its equilibria', () => {
      const equilibria = stabilityOf(conflict, { concepts: ['nash'] }).concepts.nash?.equilibria ?? [];
      const found = Array.from(equilibria).flatMap((state) => coalitionImprovements(conflict, state));
      expect(
        found.map(({ coalition, from, to }) => ({
          coalition: coalition.map((decider) => conflict.deciders[decider]),
          from: conflict.stateName(from),
          to: conflict.stateName(to),
        })),
      ).toEqual(expected.coalitionImprovements);
    });

  for (const known of expected.guarantees ?? [])
    it(`state ${known.state} holds under ${known.concept} after the promotions known, and no smaller ones`, () => {
      const { holds, answers } = guarantee(conflict, stateNamed(conflict, known.state), known.concept, { kinds: ['promotion'] });
      expect(holds).toBe(false);
      const promotions = answers.map(({ changes }) =>
        Object.fromEntries(
          changes.flatMap((change) => (change.kind === 'promotion' ? [[conflict.deciders[change.decider], change.places]] : [])),
        ),
      );
      expect(promotions).toEqual(known.promotions);
    });

  if (expected.fallbackBargaining !== undefined)
    it('has the outcome of fallback bargaining', () => {
      const { depth, states } = fallbackBargaining(conflict);
      expect({ depth, states: names(states) }).toEqual(expected.fallbackBargaining);
    });
});

function expectStability(
  conflict: Conflict,
  { equilibria, stableFor = {} }: Pick<PublishedConflict['expected'], 'equilibria' | 'stableFor'>,
) {
  const { concepts } = stabilityOf(conflict);
  for (const concept of CONCEPTS) {
    const found = concepts[concept];
    const known = equilibria[concept];
    if (known !== undefined) expect(Array.from(found?.equilibria ?? [], conflict.stateName), concept).toEqual(known);
    conflict.deciders.forEach((decider, place) => {
      const stable = stableFor[decider]?.[concept];
      const list = found?.stableFor[place] ?? new Uint8Array();
      if (stable !== undefined) {
        expect(
          Array.from(list.keys())
            .filter((state) => list[state] === 1)
            .map(conflict.stateName),
          `${concept} for ${decider}`,
        ).toEqual(stable);
      }
    });
  }
}
